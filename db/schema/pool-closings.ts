import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { pools } from "./pools";
import { users } from "./users";

/** Retired pools that a maintainer wants closed for good: a day later their secrets are published. Until then it can be undone. */
export const poolClosings = pgTable("pool_closings", {
  poolId: uuid()
    .primaryKey()
    .references(() => pools.id),
  /** Null at the command line. */
  userId: uuid().references(() => users.id),
  reason: text().notNull(),
  askedAt: timestamp({ withTimezone: true }).notNull(),
  undoneAt: timestamp({ withTimezone: true }),
  closedAt: timestamp({ withTimezone: true }),
});
