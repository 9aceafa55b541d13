import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { testSets, testSetVersions, versionImages } from "../../db/schema";
import type { ImportedTestSet } from "../test-set-store/freeze-test-set";
import { shareAnImage } from "../test-set-store/share-an-image";
import type { TestSetStore } from "../test-set-store/test-set-store";
import type { TestSetInput } from "./test-set-input";

/** A version with which a new one was compared, and what those images of the new one are called that are nearly images of it. */
export interface AlikeImages {
  /** Names the version in the store. */
  key: string;
  testSet: string;
  role: TestSetInput["role"];
  poolId: string | null;
  images: string[];
}

/**
 * Compares a new version with those of all benchmarks, retired ones too, of which its images must not be nearly copies (re-encoded,
 * resized, mirrored, slightly cropped): a hidden one with all, a public one with hidden ones. Versions that share an image with it
 * are left out: what becomes of exact copies is the pool's to say. Takes up to a minute of a processor for 10,000 images each.
 * @param known what an earlier call found; only versions that came since are compared
 */
export async function alikeImages(given: {
  db: Database;
  testSets: TestSetStore;
  role: TestSetInput["role"];
  stored: ImportedTestSet;
  known?: AlikeImages[];
}): Promise<AlikeImages[]> {
  const { db, role, stored, known = [] } = given;
  // One version with the same images is enough, whatever their labels; old versions do not say which they have.
  const images = sql`coalesce(${testSetVersions.imagesDigest}, ${testSetVersions.storeKey})`;
  const others = await db
    .selectDistinctOn([images], {
      key: testSetVersions.storeKey,
      testSet: testSets.name,
      role: testSets.role,
      poolId: testSets.poolId,
      digests: versionImages.digests,
    })
    .from(versionImages)
    .innerJoin(testSetVersions, eq(testSetVersions.id, versionImages.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(role === "hidden" ? undefined : eq(testSets.role, "hidden"));
  const compared: AlikeImages[] = [];
  for (const { digests, ...other } of others) {
    if (shareAnImage(digests, stored.imageDigests)) continue;
    const before = known.find(({ key }) => key === other.key);
    compared.push(before ?? { ...other, images: await namesOfAlike(given, other.key) });
  }
  return compared;
}

async function namesOfAlike({ testSets: store, stored }: Parameters<typeof alikeImages>[0], other: string) {
  const pairs = await store.findNearDuplicates({ versionId: stored.versionId, of: other });
  return pairs.map(({ image }) => stored.names[image]!);
}
