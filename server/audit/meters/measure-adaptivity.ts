import { createHash } from "node:crypto";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import {
  evaluations,
  adaptivity as measured,
  pools,
  publishedAdaptivity,
  submissions,
  testSets,
  testSetVersions,
} from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { digestOf } from "../../audit-log/digest-of";
import type { Context } from "../../context";
import { bitsFromBytes, getBit } from "../../release/bit-vector";
import { type AdaptivityWindow, adaptivity, type PartRates } from "../../statistics/adaptivity";
import { seededRandom } from "../../statistics/seeded-random";
import { isPrimary } from "../../test-sets/primary";
import { type AdaptivitySample, sampleForAdaptivity } from "./sample-for-adaptivity";

const resamples = 1_000;

/**
 * Measures the adaptivity to a pool's hidden set and stores it, or publishes it if the pool is retired. Does nothing if the
 * pool's primary test set has no audit part or no scores. Needs the worker's rights.
 */
export async function measureAdaptivity({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: { poolId: string };
}): Promise<void> {
  const [pool] = await ctx.db.select().from(pools).where(eq(pools.id, input.poolId));
  const version = await measuredVersion(ctx.db, input.poolId);
  if (!pool || !version) return;
  const samples = await sampleForAdaptivity(ctx.db, { poolId: pool.id, versionId: version.id });
  if (samples.length === 0) return;
  const windows: AdaptivityWindow[] = [];
  for (const { ids, ...sample } of samples) windows.push(await windowOf(ctx.db, version.id, sample, ids));
  const references = await referencesOf(ctx.db, version.id);
  const result = adaptivity({
    windows,
    references: references.length > 0 ? await ratesWithCount(ctx.db, version.id, references) : null,
    resamples,
    random: seededRandom(createHash("sha256").update(pool.id).digest().readUInt32BE()),
  });
  const row = { poolId: pool.id, result, measuredAt: ctx.now() };
  const { poolId: _, ...set } = row;
  await ctx.db.insert(measured).values(row).onConflictDoUpdate({ target: measured.poolId, set });
  if (!pool.retiredAt) return;
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(publishedAdaptivity)
      .values(row)
      .onConflictDoUpdate({ target: publishedAdaptivity.poolId, set });
    const fields = { pool: pool.id, digest: digestOf(result) };
    await appendLine(tx, { kind: "adaptivity", at: row.measuredAt, public: fields });
  });
}

/** The newest version of the pool's primary test set, if it has an audit part. */
async function measuredVersion(db: Database, poolId: string) {
  const [newest] = await db
    .select({ id: testSetVersions.id, auditImages: testSetVersions.auditImages })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(and(eq(testSets.poolId, poolId), isPrimary))
    .orderBy(desc(testSetVersions.number));
  return newest && newest.auditImages > 0 ? newest : null;
}

/** Models that the maintainers chose beforehand: their scores cannot be adapted to the set. */
async function referencesOf(db: Database, versionId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: submissions.id, sequence: submissions.sequence })
    .from(submissions)
    .innerJoin(evaluations, eq(evaluations.submissionId, submissions.id))
    .where(
      and(
        eq(submissions.kind, "reference"),
        eq(evaluations.versionId, versionId),
        eq(evaluations.part, "audit"),
      ),
    )
    .orderBy(asc(submissions.sequence))
    .limit(200);
  return rows.map(({ id }) => id);
}

async function windowOf(
  db: Database,
  versionId: string,
  sample: Omit<AdaptivitySample, "ids">,
  ids: string[],
): Promise<AdaptivityWindow> {
  return { ...sample, sampled: ids.length, rates: await ratesOf(db, versionId, ids) };
}

async function ratesWithCount(db: Database, versionId: string, ids: string[]) {
  return { models: ids.length, rates: await ratesOf(db, versionId, ids) };
}

/** For each image, the share of the submissions that get it right. */
async function ratesOf(db: Database, versionId: string, ids: string[]): Promise<PartRates> {
  const rows = await db
    .select({ part: evaluations.part, wrong: evaluations.wrong, total: evaluations.total })
    .from(evaluations)
    .where(
      and(
        inArray(evaluations.submissionId, ids),
        eq(evaluations.versionId, versionId),
        inArray(evaluations.part, ["guarded", "audit"]),
      ),
    );
  const rates = (part: "guarded" | "audit") => {
    const own = rows.filter((row) => row.part === part);
    const shares = new Float64Array(own[0]?.total ?? 0);
    for (const { wrong, total } of own) {
      const bits = bitsFromBytes(wrong, total);
      for (let image = 0; image < total; image++) if (!getBit(bits, image)) shares[image]! += 1 / own.length;
    }
    return shares;
  };
  return { guarded: rates("guarded"), audit: rates("audit") };
}
