import { and, eq, max, ne } from "drizzle-orm";
import type { Database } from "../../db/client";
import { benchmarks, pools, testSets, testSetVersions, versionImages } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { termsOf } from "../audit-log/terms-of";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import { RungError } from "../errors";
import { policyWarnings } from "../release/policy-warnings";
import type { ImportedTestSet } from "../test-set-store/freeze-test-set";
import { poolForVersion } from "./pool-for-version";
import { isPrimary } from "./primary";
import { secretKey } from "./secret-key";
import type { TestSetContext } from "./test-set-context";
import type { TestSetInput } from "./test-set-input";
import { withdrawWaiting } from "./withdraw-waiting";

/**
 * Freezes images and labels as a new version of a benchmark's test set. A hidden version that shares an image with another joins
 * that one's pool, with its ladders and budgets. `total` counts guarded images.
 * @throws RungError `bad_input` for images, names or a pool that cannot be used, and for a version that already exists;
 * `too_late` if the pool's ladders began on other images. Nothing is stored then.
 */
export async function importTestSet({
  ctx,
  input,
}: {
  ctx: TestSetContext;
  input: TestSetInput;
}): Promise<{ version: string; total: number; audit: number; warnings: string[] }> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  refuseGuardOfOriginal(input);
  const stored = await ctx.testSets.freezeTestSet({
    source: input.source,
    labelsPath: input.labelsPath,
    classes: benchmark.classes,
    digestKey: await secretKey(ctx.db, "digest"),
    auditFraction: (images) => auditFractionOf(input, images),
  });
  const at = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await withdrawWaiting(tx, benchmark.id, at);
    await tx.select().from(benchmarks).where(eq(benchmarks.id, benchmark.id)).for("update");
    const poolId = await poolForVersion({ tx, ctx, benchmarkId: benchmark.id, input, stored });
    const testSetId = await testSetRow(tx, at, benchmark.id, input, poolId);
    const { id: version, number } = await versionRow(tx, testSetId, stored);
    await appendLine(tx, {
      kind: "test-set",
      at,
      public: {
        benchmark: benchmark.id,
        testSet: input.name,
        role: input.role,
        version,
        digest: stored.digest,
        images: stored.guarded,
        auditImages: stored.audit,
        pool: poolId,
        ...(await termsOf(tx, { testSetId, number, poolId, at })),
      },
    });
    await benchmarkChanged({ ctx, tx, benchmarkId: benchmark.id });
    const replaces =
      number > 1 ? [`It is version ${number} of "${input.name}", and the previous version is retired.`] : [];
    const [pool] = poolId ? await tx.select().from(pools).where(eq(pools.id, poolId)) : [];
    const policy = pool ? policyWarnings(pool.policy) : [];
    return {
      version,
      total: stored.guarded,
      audit: stored.audit,
      warnings: [...stored.warnings, ...replaces, ...policy],
    };
  });
}

function refuseGuardOfOriginal({ role, policy, auditFraction, pool, primary }: TestSetInput) {
  if (role === "hidden" || !(policy || auditFraction || pool || primary)) return;
  throw new RungError(
    "bad_input",
    "An original test set is public: it has no policy, audit part or pool.",
    "Leave those options out, or import it with --role hidden.",
  );
}

function auditFractionOf({ role, auditFraction }: TestSetInput, images: number): number {
  if (role === "original") return 0;
  return auditFraction ?? (images >= 10_000 ? 0.2 : 0);
}

async function testSetRow(
  tx: Database,
  at: Date,
  benchmarkId: string,
  input: TestSetInput,
  poolId: string | null,
) {
  const { name, role, description = "" } = input;
  const [found] = await tx
    .select()
    .from(testSets)
    .where(and(eq(testSets.benchmarkId, benchmarkId), eq(testSets.name, name)));
  if (found && found.role !== role) {
    throw new RungError(
      "bad_input",
      `"${name}" is already an ${found.role} test set of this benchmark.`,
      "Choose another name.",
    );
  }
  const first = poolId !== null && !(await hasPrimary(tx, poolId));
  const primarySince = first || input.primary ? { primarySince: at } : {};
  if (found) {
    await tx
      .update(testSets)
      .set({ poolId, ...primarySince })
      .where(eq(testSets.id, found.id));
    return found.id;
  }
  const [last] = await tx
    .select({ position: max(testSets.position) })
    .from(testSets)
    .where(eq(testSets.benchmarkId, benchmarkId));
  const [made] = await tx
    .insert(testSets)
    .values({
      benchmarkId,
      name,
      role,
      description,
      poolId,
      position: (last?.position ?? 0) + 1,
      ...primarySince,
    })
    .returning();
  return made!.id;
}

async function hasPrimary(tx: Database, poolId: string): Promise<boolean> {
  const rows = await tx
    .select()
    .from(testSets)
    .where(and(eq(testSets.poolId, poolId), isPrimary));
  return rows.length > 0;
}

async function versionRow(tx: Database, testSetId: string, stored: ImportedTestSet) {
  const [known] = await tx
    .select({ number: testSetVersions.number })
    .from(testSetVersions)
    .where(and(eq(testSetVersions.testSetId, testSetId), eq(testSetVersions.digest, stored.digest)));
  if (known) {
    throw new RungError(
      "bad_input",
      `Version ${known.number} of this test set already has these images and labels.`,
      "Nothing was imported. To activate an earlier version again, use the page /admin.",
    );
  }
  const [last] = await tx
    .select({ number: max(testSetVersions.number) })
    .from(testSetVersions)
    .where(eq(testSetVersions.testSetId, testSetId));
  const [version] = await tx
    .insert(testSetVersions)
    .values({
      testSetId,
      number: (last?.number ?? 0) + 1,
      digest: stored.digest,
      imagesDigest: stored.imagesDigest,
      storeKey: stored.versionId,
      images: stored.guarded,
      auditImages: stored.audit,
    })
    .returning();
  await tx
    .update(testSetVersions)
    .set({ state: "retired" })
    .where(and(eq(testSetVersions.testSetId, testSetId), ne(testSetVersions.id, version!.id)));
  await tx.insert(versionImages).values({ versionId: version!.id, digests: stored.imageDigests });
  return version!;
}
