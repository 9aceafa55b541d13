import { type AnyPgColumn, boolean, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const teams = pgTable(
  "teams",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    personal: boolean().notNull().default(true),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The team that its members, submissions and ladders moved to; it has none of its own left. */
    mergedIntoId: uuid().references((): AnyPgColumn => teams.id),
    mergedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.mergedIntoId)],
);
