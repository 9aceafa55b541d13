import { and, eq, max } from "drizzle-orm";
import type { Database } from "../../db/client";
import { testSets, testSetVersions } from "../../db/schema";
import { RungError } from "../errors";
import { isPrimary } from "./primary";
import type { TestSetInput } from "./test-set-input";

/**
 * Makes sure that a benchmark has the test set that a version is imported into. One that has only published results takes the role of
 * its first images.
 * @returns its id
 * @throws RungError `bad_input` if it has images in another role
 */
export async function placeTestSet(given: {
  tx: Database;
  benchmarkId: string;
  input: TestSetInput;
  poolId: string | null;
  now: Date;
}): Promise<string> {
  const { tx, benchmarkId, input, poolId, now } = given;
  const { name, role, description = "" } = input;
  const [found] = await tx
    .select()
    .from(testSets)
    .where(and(eq(testSets.benchmarkId, benchmarkId), eq(testSets.name, name)));
  if (found && found.role !== role && (await hasImages(tx, found.id))) {
    throw new RungError(
      "bad_input",
      `"${name}" is already ${found.role === "original" ? "an" : "a"} ${found.role} test set of this benchmark.`,
      "Choose another name.",
    );
  }
  const first = poolId !== null && !(await hasPrimary(tx, poolId));
  const primarySince = first || input.primary ? { primarySince: now } : {};
  if (found) {
    await tx
      .update(testSets)
      .set({ role, poolId, ...primarySince })
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

async function hasImages(tx: Database, testSetId: string): Promise<boolean> {
  return (await tx.$count(testSetVersions, eq(testSetVersions.testSetId, testSetId))) > 0;
}
