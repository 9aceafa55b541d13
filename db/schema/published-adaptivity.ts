import { jsonb, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import type { AdaptivityResult } from "../../server/statistics/adaptivity";
import { pools } from "./pools";

/** The adaptivity to a retired pool's hidden set, for everyone. */
export const publishedAdaptivity = pgTable("published_adaptivity", {
  poolId: uuid()
    .primaryKey()
    .references(() => pools.id),
  result: jsonb().$type<AdaptivityResult>().notNull(),
  measuredAt: timestamp({ withTimezone: true }).notNull(),
});
