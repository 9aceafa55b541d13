import { sql } from "drizzle-orm";
import { pgEnum, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

export const vouchRuleKind = pgEnum("vouch_rule_kind", ["email-domain", "account-age", "organisation"]);

/** What vouches by itself for the personal team of whoever signs in: a domain, an age in days, an organisation's login. */
export const vouchRules = pgTable(
  "vouch_rules",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: vouchRuleKind().notNull(),
    value: text().notNull(),
    /** Null at the command line. */
    setById: uuid().references(() => users.id),
    setAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex("vouch_rules_in_force").on(t.kind, t.value).where(sql`ended_at is null`)],
);
