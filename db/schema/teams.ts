import { type AnyPgColumn, boolean, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { plainCheck } from "./plain-check";

export const teams = pgTable(
  "teams",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    personal: boolean().notNull().default(true),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When somebody vouched that it is one person or group, and known; null while nobody does. */
    vouchedAt: timestamp({ withTimezone: true }),
    /** When somebody last took a vouch back, or a merge ended it: from then on only a person vouches for it. */
    vouchEndedAt: timestamp({ withTimezone: true }),
    /** The team that its members, submissions and ladders went to; it has none of its own any more. */
    mergedIntoId: uuid().references((): AnyPgColumn => teams.id),
    mergedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.mergedIntoId), plainCheck("team_name_is_plain", t.name)],
);
