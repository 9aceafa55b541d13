import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { pools, testSets, testSetVersions } from "../../../db/schema";
import type { Policy } from "../../release/policy";

/** Every version by id: whether it is hidden, and the policy under which scores on it are released (null: exactly). */
export type KnownVersions = Map<string, { hidden: boolean; policy: Policy | null }>;

export async function loadVersions(db: Database): Promise<KnownVersions> {
  const rows = await db
    .select({ id: testSetVersions.id, role: testSets.role, policy: pools.policy })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(pools, eq(pools.id, testSets.poolId));
  return new Map(rows.map(({ id, role, policy }) => [id, { hidden: role === "hidden", policy }]));
}
