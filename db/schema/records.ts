import { doublePrecision, pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { pools } from "./pools";
import { submissions } from "./submissions";

/** The climbs of a pool's global ladder: the benchmark's records, released values only. */
export const records = pgTable(
  "records",
  {
    poolId: uuid()
      .notNull()
      .references(() => pools.id),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    accuracy: doublePrecision().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.poolId, t.submissionId] })],
);
