import { and, desc, inArray, isNotNull } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { testSets } from "../../db/schema";

const primaries = new QueryBuilder({ casing: "snake_case" })
  .selectDistinctOn([testSets.poolId], { id: testSets.id })
  .from(testSets)
  .where(and(isNotNull(testSets.poolId), isNotNull(testSets.primarySince)))
  .orderBy(testSets.poolId, desc(testSets.primarySince), testSets.id);

/** SQL, true for a pool's primary test set: the one made primary last. Former ones decide nothing. */
export const isPrimary = inArray(testSets.id, primaries).mapWith(Boolean);
