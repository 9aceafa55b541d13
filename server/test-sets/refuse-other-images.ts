import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { testSets, testSetVersions } from "../../db/schema";
import { RungError } from "../errors";
import { laddersBegan } from "./ladders-began";

/**
 * Once a pool's ladders have begun, a new version of a test set in it must have the same images in the same parts as the active
 * version or, if none is active, the newest. A version stored without such a digest cannot be shown to be the same, so it is
 * refused.
 * @throws RungError `too_late`
 */
export async function refuseOtherImages(given: {
  tx: Database;
  pool: { id: string; name: string };
  testSet: string;
  /** `id` if the version already exists. */
  version: { id?: string; imagesDigest: string | null };
}): Promise<void> {
  const { tx, pool, testSet, version } = given;
  if (!(await laddersBegan(tx, pool.id))) return;
  const [standing] = await tx
    .select({ id: testSetVersions.id, imagesDigest: testSetVersions.imagesDigest })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(and(eq(testSets.poolId, pool.id), eq(testSets.name, testSet)))
    .orderBy(sql`${testSetVersions.state} = 'active' desc`, desc(testSetVersions.number))
    .limit(1);
  if (!standing || standing.id === version.id) return;
  if (standing.imagesDigest === null || version.imagesDigest === null) {
    throw new RungError(
      "too_late",
      `The ladders of "${pool.name}" have begun, and a version of "${testSet}" was imported before Rung stored a digest of the images alone: ladders might compare different images.`,
      "Leave the active version as it is, or import new images under a new name.",
    );
  }
  if (standing.imagesDigest === version.imagesDigest) return;
  throw new RungError(
    "too_late",
    `The ladders of "${pool.name}" began on the images of "${testSet}". These are different images, or in different parts, so the ladders could not compare them.`,
    "Import a version with corrected labels on the same images, with the same audit fraction, or new images under a new name.",
  );
}
