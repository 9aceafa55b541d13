import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { pools, testSets, testSetVersions } from "../../../db/schema";
import type { TestSetRole } from "../../../db/schema/test-sets";
import type { Policy } from "../../release/policy";

/** Every version by id: its role, and the policy under which scores on it are released (null: exactly). */
export type KnownVersions = Map<string, { role: TestSetRole; policy: Policy | null }>;

export async function loadVersions(db: Database): Promise<KnownVersions> {
  const rows = await db
    .select({ id: testSetVersions.id, role: testSets.role, policy: pools.policy })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(pools, eq(pools.id, testSets.poolId));
  return new Map(rows.map(({ id, role, policy }) => [id, { role, policy }]));
}
