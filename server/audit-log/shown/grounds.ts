import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { openLabels, pools, testSets, testSetVersions } from "../../../db/schema";
import type { TestSetRole } from "../../../db/schema/test-sets";
import type { Policy } from "../../release/policy";
import { linesOfKind } from "../logged-line";

/** Every version by id: its role, and the policy under which scores on it are released (null: exactly). */
export type KnownVersions = ReadonlyMap<string, { role: TestSetRole; policy: Policy | null }>;

/** What ladders are replayed by, and every submission compared by, beside its own lines and rows. */
export interface Grounds {
  versions: KnownVersions;
  /** By pool. */
  policies: ReadonlyMap<string, Policy>;
  /** The team that each has become by merges. */
  merges: ReadonlyMap<string, string>;
  /** The labels by which pages show errors by class, by version. */
  labels: ReadonlyMap<string, Uint8Array>;
}

export async function loadGrounds(db: Database): Promise<Grounds> {
  const versions = await db
    .select({ id: testSetVersions.id, role: testSets.role, policy: pools.policy })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(pools, eq(pools.id, testSets.poolId));
  const policies = await db.select({ id: pools.id, policy: pools.policy }).from(pools);
  const merges = await linesOfKind(db, "merge");
  const labels = await db.select({ id: openLabels.versionId, labels: openLabels.labels }).from(openLabels);
  return {
    versions: new Map(versions.map(({ id, role, policy }) => [id, { role, policy }])),
    policies: new Map(policies.map(({ id, policy }) => [id, policy])),
    merges: new Map(merges.map(({ line }) => [line.public.team, line.public.into])),
    labels: new Map(labels.map(({ id, labels }) => [id, labels])),
  };
}
