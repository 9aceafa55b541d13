import { and, eq, max, ne } from "drizzle-orm";
import type { Database } from "../../db/client";
import { benchmarks, pools, testSetVersions, versionImages } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { termsOf } from "../audit-log/terms-of";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import { RungError } from "../errors";
import { policyWarnings } from "../release/policy-warnings";
import type { ImportedTestSet } from "../test-set-store/freeze-test-set";
import { unseen } from "../text/unseen";
import { alikeImages } from "./alike-images";
import { placeTestSet } from "./place-test-set";
import { poolForVersion } from "./pool-for-version";
import { publishLabels } from "./publish-labels";
import { queuePublic } from "./queue-public";
import { refuseAlike } from "./refuse-alike";
import { secretKey } from "./secret-key";
import type { TestSetContext } from "./test-set-context";
import type { TestSetInput } from "./test-set-input";
import { withdrawWaiting } from "./withdraw-waiting";

/**
 * Freezes images and labels as a new version of a benchmark's test set. A hidden version that shares an image with another joins
 * that one's pool, with its ladders and budgets; on a public one, what was submitted before is scored too. `total` counts guarded
 * images.
 * @throws RungError `bad_input` for images, names or a pool that cannot be used, for a version that already exists, and for images
 * that are nearly public or nearly another pool's, unless `insist` says why; `too_late` if the pool's ladders began on other images.
 * Nothing is stored then.
 */
export async function importTestSet({
  ctx,
  input,
}: {
  ctx: TestSetContext;
  input: TestSetInput;
}): Promise<{ version: string; total: number; audit: number; warnings: string[] }> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  refuseGuardOfPublic(input);
  refuseUnseen(input);
  const stored = await ctx.testSets.freezeTestSet({
    source: input.source,
    labelsPath: input.labelsPath,
    classes: benchmark.classes,
    synsets: benchmark.synsets,
    digestKey: await secretKey(ctx.db, "digest"),
    auditFraction: (images) => auditFractionOf(input, images),
  });
  // Pixels drawn in memory were drawn for this import: nobody has had them before.
  const drawn = typeof input.source !== "string";
  const compared = { testSets: ctx.testSets, role: input.role, stored };
  const known = drawn ? [] : await alikeImages({ db: ctx.db, ...compared });
  const at = ctx.now();
  return ctx.db.transaction(async (tx) => {
    if (input.role !== "public") await withdrawWaiting(tx, benchmark.id, at);
    await tx.select().from(benchmarks).where(eq(benchmarks.id, benchmark.id)).for("update");
    const poolId = await poolForVersion({ tx, ctx, benchmarkId: benchmark.id, input, stored });
    const alike = drawn ? [] : await alikeImages({ db: tx, ...compared, known });
    const insisted = refuseAlike(alike, { ...input, poolId });
    const testSetId = await placeTestSet({ tx, benchmarkId: benchmark.id, input, poolId, now: at });
    const { id: version, number } = await versionRow(tx, testSetId, stored);
    if (input.role !== "hidden") await publishLabels(tx, { ...stored, versionId: version });
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
        ...(insisted > 0 ? { alike: insisted } : {}),
      },
      secret: insisted > 0 ? { insists: input.insist } : {},
    });
    if (input.role === "public") await queuePublic({ ctx, tx, benchmarkId: benchmark.id });
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

/** Whoever has the images can score on them alone: there is nothing to guard. */
function refuseGuardOfPublic({ role, policy, auditFraction, pool, teamBias, primary }: TestSetInput) {
  const guards = [policy, auditFraction, pool, teamBias, primary];
  if (role === "hidden" || guards.every((guard) => guard === undefined || guard === false)) return;
  const what = role === "original" ? "An original test set" : "A public test set";
  throw new RungError(
    "bad_input",
    `${what} is public: its scores are exact, and it has no policy, audit part or pool, so it cannot be primary in one.`,
    "Leave those options out, or import it with --role hidden if nobody else has its images.",
  );
}

function auditFractionOf({ role, auditFraction }: TestSetInput, images: number): number {
  if (role !== "hidden") return 0;
  return auditFraction ?? (images >= 10_000 ? 0.2 : 0);
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

function refuseUnseen({ name, pool = "" }: TestSetInput): void {
  if (!unseen.test(name + pool)) return;
  throw new RungError(
    "bad_input",
    "The name of the test set or of its pool has a character that is not seen, or changes how others are.",
    "Choose another name. Nothing was stored.",
  );
}
