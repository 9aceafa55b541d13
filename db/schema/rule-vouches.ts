import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { teams } from "./teams";
import { vouchRules } from "./vouch-rules";

/** Which rule vouched for a team, and when: once for each, and for good, whatever becomes of the vouch. */
export const ruleVouches = pgTable("rule_vouches", {
  teamId: uuid()
    .primaryKey()
    .references(() => teams.id),
  ruleId: uuid()
    .notNull()
    .references(() => vouchRules.id),
  at: timestamp({ withTimezone: true }).notNull(),
  /** The SHA-256 (hex) of the e-mail address that vouched: moved to another account, it vouches for nobody else. */
  addressDigest: text().unique(),
});
