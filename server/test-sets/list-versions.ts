import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { benchmarks, poolClosings, pools, testSets, testSetVersions } from "../../db/schema";
import { versionState } from "../../db/schema/test-set-versions";
import { testSetRole } from "../../db/schema/test-sets";
import type { MaintainerContext } from "../context";
import { policyWarnings } from "../release/policy-warnings";
import { closesAt } from "./close-pool";
import { isPrimary } from "./primary";

/** A version of a test set as a maintainer sees it. */
export const versionViewSchema = z.object({
  benchmark: z.string(),
  testSet: z.string(),
  role: z.enum(testSetRole.enumValues),
  pool: z.string().nullable(),
  poolRetiredAt: z.iso.datetime().nullable(),
  closing: z
    .object({ closesAt: z.iso.datetime(), isClosed: z.boolean() })
    .nullable()
    .describe("when its pool is closed for good; null where nobody asked for it, or took it back"),
  warnings: z.array(z.string()).describe("what a maintainer must know of its pool's policy, in sentences"),
  primary: z.boolean().describe("whether it is primary in its pool"),
  version: z.int(),
  digest: z.string(),
  state: z.enum(versionState.enumValues),
  images: z.int(),
  auditImages: z.int(),
  createdAt: z.iso.datetime(),
});
export type VersionView = z.infer<typeof versionViewSchema>;

/** Every version of every test set, by benchmark. */
export async function listVersions({ ctx }: { ctx: MaintainerContext }): Promise<VersionView[]> {
  const rows = await ctx.db
    .select({
      benchmark: benchmarks.slug,
      testSet: testSets,
      version: testSetVersions,
      pool: pools,
      closing: poolClosings,
      primary: isPrimary,
    })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .innerJoin(benchmarks, eq(benchmarks.id, testSets.benchmarkId))
    .leftJoin(pools, eq(pools.id, testSets.poolId))
    .leftJoin(poolClosings, and(eq(poolClosings.poolId, pools.id), isNull(poolClosings.undoneAt)))
    .orderBy(
      asc(benchmarks.position),
      asc(benchmarks.createdAt),
      asc(testSets.role),
      asc(testSets.position),
      asc(testSetVersions.number),
    );
  return rows.map((row) => ({
    benchmark: row.benchmark,
    testSet: row.testSet.name,
    role: row.testSet.role,
    pool: row.pool?.name ?? null,
    poolRetiredAt: row.pool?.retiredAt?.toISOString() ?? null,
    closing: row.closing && {
      closesAt: (row.closing.closedAt ?? closesAt(row.closing)).toISOString(),
      isClosed: row.closing.closedAt !== null,
    },
    warnings: row.pool && row.primary ? policyWarnings(row.pool.policy) : [],
    primary: row.primary,
    version: row.version.number,
    digest: row.version.digest,
    state: row.version.state,
    images: row.version.images,
    auditImages: row.version.auditImages,
    createdAt: row.version.createdAt.toISOString(),
  }));
}
