import { date, timestamp } from "drizzle-orm/pg-core";
import { audit } from "./audit-schema";
import { bytea } from "./bytea";

/** The log's head as it stood at the beginning of a day (UTC): outsiders can hold us to it. */
export const publishedHeads = audit.table("published_heads", {
  day: date({ mode: "string" }).primaryKey(),
  head: bytea().notNull(),
  publishedAt: timestamp({ withTimezone: true }).notNull(),
});
