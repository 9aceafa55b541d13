import { bigint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { audit } from "./audit-schema";
import { bytea } from "./bytea";

/** A verification of the log: when it began, and what it found once it has ended. */
export const verifications = audit.table("verifications", {
  id: uuid().primaryKey().defaultRandom(),
  startedAt: timestamp({ withTimezone: true }).notNull(),
  endedAt: timestamp({ withTimezone: true }),
  /** Number of lines found good. */
  lines: bigint({ mode: "number" }).notNull().default(0),
  /** The head after the good lines; null if something is wrong. */
  head: bytea(),
  problem: text(),
});
