import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Acts counted against a rate, by act and whoever acts (hashed), until the window ends. Its shape is the one that rate-limiter-flexible asks for. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});
