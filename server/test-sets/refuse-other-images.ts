import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { testSets, testSetVersions } from "../../db/schema";
import { RungError } from "../errors";
import { laddersBegan } from "./ladders-began";

/**
 * Once a pool's ladders have begun, a test set of it goes on with the same images in the same parts as its active version, or, where
 * none is active, its newest. A version from before such digests were kept cannot be shown to be the same, so it is refused.
 * @throws RungError `too_late`
 */
export async function refuseOtherImages(given: {
  tx: Database;
  pool: { id: string; name: string };
  testSet: string;
  /** `id` where the version is there already. */
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
      `The ladders of "${pool.name}" have begun, and a version of "${testSet}" was imported before Rung kept what shows that two versions have the same images: ladders might compare different ones.`,
      "Leave the active version as it is, or import new images under a new name.",
    );
  }
  if (standing.imagesDigest === version.imagesDigest) return;
  throw new RungError(
    "too_late",
    `The ladders of "${pool.name}" stand on the images of "${testSet}", and these are others, or in other parts: ladders would compare different images.`,
    "Import a version with corrected labels on the same images, with the same audit fraction, or new images under a new name.",
  );
}
