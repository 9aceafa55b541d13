import { randomUUID } from "node:crypto";
import { benchmarks, pools, testSets, testSetVersions } from "@/db/schema";
import { appendLine } from "@/server/audit-log/append-line";
import { termsOf } from "@/server/audit-log/terms-of";
import { benchmarkFields } from "@/server/benchmarks/benchmark-fields";
import { defaultPolicy } from "@/server/release/default-policy";
import type { Policy } from "@/server/release/policy";
import type { Site } from "./make-site";

export type Benchmark = Awaited<ReturnType<typeof makeBenchmark>>;

/** A benchmark with an original test set and hidden ones, all in one pool; the first hidden one is primary. */
export async function makeBenchmark(
  site: Site,
  given: {
    original?: number;
    hidden?: { name: string; images: number; auditImages?: number }[];
    policy?: Policy;
    perDay?: number;
    lifetime?: number;
    firstReleaseBudget?: number;
    teamBias?: number;
    classes?: string[];
  } = {},
) {
  const { db } = site.owner;
  const hidden = given.hidden ?? [{ name: "New", images: 1000 }];
  const [benchmark] = await db
    .insert(benchmarks)
    .values({
      slug: `benchmark-${randomUUID().slice(0, 8)}`,
      name: "A benchmark",
      classes: given.classes ?? ["cat", "dog"],
      inputSize: [3, 32, 32],
      perDay: given.perDay ?? 100,
    })
    .returning();
  const [pool] = await db
    .insert(pools)
    .values({
      benchmarkId: benchmark!.id,
      name: "pool",
      policy: given.policy ?? defaultPolicy(1000).policy,
      lifetime: given.lifetime ?? 100,
      firstReleaseBudget: given.firstReleaseBudget ?? 100,
      teamBias: given.teamBias,
    })
    .returning();
  const at = site.clock.now;
  await appendLine(db, { kind: "benchmark", at, public: benchmarkFields(benchmark!) });
  const sets = [{ name: "Original", images: given.original ?? 1000, auditImages: 0 }, ...hidden];
  const versions: { name: string; id: string }[] = [];
  for (const [position, set] of sets.entries()) {
    const role = position === 0 ? "original" : "hidden";
    const [testSet] = await db
      .insert(testSets)
      .values({
        benchmarkId: benchmark!.id,
        name: set.name,
        role,
        position,
        poolId: role === "hidden" ? pool!.id : null,
        primarySince: position === 1 ? site.clock.now : null,
      })
      .returning();
    const [version] = await db
      .insert(testSetVersions)
      .values({
        testSetId: testSet!.id,
        number: 1,
        digest: randomUUID(),
        storeKey: randomUUID(),
        images: set.images,
        auditImages: set.auditImages ?? 0,
        createdAt: site.clock.now,
      })
      .returning();
    versions.push({ name: set.name, id: version!.id });
    const { testSetId, number, digest, images, auditImages } = version!;
    const { role: as, poolId } = testSet!;
    await appendLine(db, {
      kind: "test-set",
      at,
      public: {
        benchmark: benchmark!.id,
        testSet: set.name,
        role: as,
        version: version!.id,
        digest,
        images,
        auditImages,
        pool: poolId,
        ...(await termsOf(db, { testSetId, number, poolId, at })),
      },
    });
  }
  return { ...benchmark!, pool: pool!, versions };
}
