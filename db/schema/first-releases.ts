import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { pools } from "./pools";
import { submissions } from "./submissions";

/**
 * The submission with which each ladder of a pool began, written by a trigger on `decisions`. Its team is the submission's, after a
 * merge too, where one team may have several. Public, as the climbs are.
 */
export const firstReleases = pgTable(
  "first_releases",
  {
    poolId: uuid()
      .notNull()
      .references(() => pools.id),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
  },
  (t) => [primaryKey({ columns: [t.poolId, t.submissionId] })],
);
