import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Acts counted against a rate limit, by act and actor (hashed), until the window ends. rate-limiter-flexible prescribes the
 * columns.
 */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});
