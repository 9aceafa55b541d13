import { bigint, date, timestamp } from "drizzle-orm/pg-core";
import { audit } from "./audit-schema";
import { bytea } from "./bytea";

/** The log's head as it stood at the beginning of a day (UTC): outsiders can hold us to it. */
export const publishedHeads = audit.table("published_heads", {
  day: date({ mode: "string" }).primaryKey(),
  head: bytea().notNull(),
  /** The number of the line with that hash, 0 where there was none: lines up to it are public. */
  line: bigint({ mode: "number" }).notNull(),
  publishedAt: timestamp({ withTimezone: true }).notNull(),
});
