import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { benchmarks, pools, testSets, testSetVersions, versionImages } from "../../db/schema";
import type { Context } from "../context";
import { RungError } from "../errors";
import { defaultPolicy } from "../release/default-policy";
import type { ImportedTestSet } from "../test-set-store/freeze-test-set";
import { shareAnImage } from "../test-set-store/share-an-image";
import { laddersBegan } from "./ladders-began";
import { isPrimary } from "./primary";
import { refuseOtherImages } from "./refuse-other-images";
import { refuseRetiredPool } from "./refuse-retired-pool";
import type { TestSetInput } from "./test-set-input";

/** First releases to new teams before a maintainer must approve them: a hundredth of the images, at most 100. */
function firstReleaseBudgetOf(images: number): number {
  return Math.max(1, Math.min(100, Math.floor(images / 100)));
}

/**
 * The pool of a new version: that of any hidden version it shares an image with, else the one named, else a new one.
 * @returns null for a test set that is public itself
 * @throws RungError `bad_input` if a different pool is named, if the pool is another benchmark's, or if public and hidden
 * images, or original and new ones, would overlap; `too_late` if the pool is retired, or its ladders began on other images
 */
export async function poolForVersion(given: {
  tx: Database;
  ctx: Context;
  benchmarkId: string;
  input: TestSetInput;
  stored: ImportedTestSet;
}): Promise<string | null> {
  const { tx, input, stored } = given;
  const sharing = await versionsThatShare(tx, stored);
  const meeting = sharing.find((other) => (other.role === "hidden") !== (input.role === "hidden"));
  if (meeting) {
    throw new RungError(
      "bad_input",
      `It shares images with the ${meeting.role} test set "${meeting.name}": a public image cannot be hidden.`,
      "Remove the shared images from the new set.",
    );
  }
  if (input.role !== "hidden") {
    refuseKnownImages(sharing, given);
    return null;
  }
  refuseForeignPool(sharing, given.benchmarkId);
  const shared = sharing.find((other) => other.poolId)?.poolId ?? null;
  const named = await namedPool(given);
  if (shared && input.pool && named?.id !== shared) {
    throw new RungError(
      "bad_input",
      `It shares images with a test set in another pool, so it cannot be in the pool "${input.pool}".`,
      "Leave --pool out: images that have been used before keep their ladders and budgets.",
    );
  }
  if (input.teamBias !== undefined && (shared || named)) {
    throw new RungError(
      "bad_input",
      "Its pool is there already and keeps its limit on unknown teams.",
      "Leave --team-bias out: it is set when a pool is made.",
    );
  }
  const poolId = shared ?? named?.id ?? (await newPool(given));
  await refuseOtherPolicy(tx, poolId, given);
  return poolId;
}

/** A new test set measures how models do on images that they were not compared on before. */
function refuseKnownImages(
  sharing: Awaited<ReturnType<typeof versionsThatShare>>,
  { benchmarkId, input }: { benchmarkId: string; input: TestSetInput },
) {
  const known = sharing.find((other) => other.role !== input.role && other.benchmarkId === benchmarkId);
  if (!known) return;
  throw new RungError(
    "bad_input",
    `It shares images with the ${known.role} test set "${known.name}" of this benchmark: a new test set has images of its own.`,
    "Remove the shared images from the new set.",
  );
}

async function versionsThatShare(tx: Database, stored: ImportedTestSet) {
  const others = await tx
    .select({
      digests: versionImages.digests,
      role: testSets.role,
      name: testSets.name,
      poolId: testSets.poolId,
      benchmarkId: testSets.benchmarkId,
      benchmark: benchmarks.slug,
    })
    .from(versionImages)
    .innerJoin(testSetVersions, eq(testSetVersions.id, versionImages.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .innerJoin(benchmarks, eq(benchmarks.id, testSets.benchmarkId));
  return others.filter((other) => shareAnImage(other.digests, stored.imageDigests));
}

/** A pool decides by one test set of one benchmark, so hidden images can be used in only one. */
function refuseForeignPool(sharing: Awaited<ReturnType<typeof versionsThatShare>>, benchmarkId: string) {
  const foreign = sharing.find((other) => other.benchmarkId !== benchmarkId);
  if (foreign) {
    throw new RungError(
      "bad_input",
      `It shares images with the hidden test set "${foreign.name}" of the benchmark "${foreign.benchmark}".`,
      "Hidden images belong to one benchmark, with its ladders and budgets: import the set there, or remove the shared images.",
    );
  }
  const [one, another] = new Map(sharing.map((other) => [other.poolId, other.name])).values();
  if (another === undefined) return;
  throw new RungError(
    "bad_input",
    `It shares images with "${one}" and with "${another}", which are in different pools.`,
    "A test set belongs to one pool: remove the images that it shares with one of the two.",
  );
}

async function namedPool({
  tx,
  benchmarkId,
  input,
}: {
  tx: Database;
  benchmarkId: string;
  input: TestSetInput;
}) {
  if (!input.pool) return null;
  const [found] = await tx
    .select()
    .from(pools)
    .where(and(eq(pools.benchmarkId, benchmarkId), eq(pools.name, input.pool)));
  return found ?? null;
}

async function newPool(given: {
  tx: Database;
  ctx: Context;
  benchmarkId: string;
  input: TestSetInput;
  stored: ImportedTestSet;
}) {
  const { tx, ctx, benchmarkId, input, stored } = given;
  const standard = defaultPolicy(stored.guarded);
  const [pool] = await tx
    .insert(pools)
    .values({
      benchmarkId,
      name: input.pool ?? input.name,
      policy: input.policy ?? standard.policy,
      lifetime: standard.lifetime,
      firstReleaseBudget: firstReleaseBudgetOf(stored.guarded),
      teamBias: input.teamBias,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning();
  if (pool) return pool.id;
  throw new RungError(
    "bad_input",
    `This benchmark already has a pool "${input.pool ?? input.name}".`,
    "Name another with --pool.",
  );
}

/** A retired pool stays retired; a pool keeps the policy it began with, and once ladders have begun, their images stay. */
async function refuseOtherPolicy(
  tx: Database,
  poolId: string,
  { input, stored }: { input: TestSetInput; stored: ImportedTestSet },
) {
  const [pool] = await tx.select().from(pools).where(eq(pools.id, poolId));
  refuseRetiredPool(pool!);
  if (input.policy && JSON.stringify(sorted(input.policy)) !== JSON.stringify(sorted(pool!.policy))) {
    throw new RungError(
      "bad_input",
      `The pool "${pool!.name}" has a different policy, which cannot change.`,
      "A new policy needs new images.",
    );
  }
  await refuseOtherImages({ tx, pool: pool!, testSet: input.name, version: stored });
  if (!input.primary || !(await laddersBegan(tx, poolId))) return;
  const [decides] = await tx
    .select({ name: testSets.name })
    .from(testSets)
    .where(and(eq(testSets.poolId, poolId), isPrimary));
  if (decides?.name === input.name) return;
  throw new RungError(
    "bad_input",
    `The ladders of "${pool!.name}" began on the images of "${decides?.name}", so another test set cannot become primary now.`,
    "Leave --primary out.",
  );
}

function sorted(policy: object) {
  return Object.entries(policy).sort(([a], [b]) => a.localeCompare(b));
}
