import { jsonb, timestamp, uuid } from "drizzle-orm/pg-core";
import type { AdaptivityResult } from "../../server/statistics/adaptivity";
import { guarded } from "./guarded-schema";
import { pools } from "./pools";

/** The adaptivity to a pool's hidden set as last measured; only maintainers may see it while the pool is active. */
export const adaptivity = guarded.table("adaptivity", {
  poolId: uuid()
    .primaryKey()
    .references(() => pools.id),
  result: jsonb().$type<AdaptivityResult>().notNull(),
  measuredAt: timestamp({ withTimezone: true }).notNull(),
});
