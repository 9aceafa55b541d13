import { eq, ne } from "drizzle-orm";
import type { Database } from "../../db/client";
import { testSets, testSetVersions } from "../../db/schema";
import { RungError } from "../errors";
import type { ImportedTestSet } from "../test-set-store/freeze-test-set";
import type { TestSetStore } from "../test-set-store/test-set-store";
import type { TestSetInput } from "./test-set-input";

/** A version with which a new one was compared, and what the images of the new one are called that are nearly equal to its. */
export interface AlikeImages {
  /** Names the version in the store. */
  key: string;
  name: string;
  role: TestSetInput["role"];
  poolId: string | null;
  images: string[];
}

/**
 * The test sets, of whatever benchmark, that have images nearly equal to some of a stored version: re-encoded, resized, mirrored or
 * slightly cropped. Original test sets are not compared with each other. Takes some seconds for 10,000 images each.
 * @param given `known`: what an earlier call found; only versions that came since are compared
 */
export async function alikeImages(given: {
  db: Database;
  testSets: TestSetStore;
  role: TestSetInput["role"];
  stored: ImportedTestSet;
  known?: AlikeImages[];
}): Promise<AlikeImages[]> {
  const { db, role, stored, known = [] } = given;
  const others = await db
    .selectDistinct({
      key: testSetVersions.storeKey,
      name: testSets.name,
      role: testSets.role,
      poolId: testSets.poolId,
    })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(role === "original" ? ne(testSets.role, role) : undefined);
  const compared = [];
  for (const other of others) {
    const before = known.find(({ key }) => key === other.key);
    const pairs = before
      ? null
      : await given.testSets.findNearDuplicates({ versionId: stored.versionId, of: other.key });
    compared.push({
      ...other,
      images: pairs?.map(({ image }) => stored.names[image]!) ?? before!.images,
    });
  }
  return compared;
}

const named = 10;

/**
 * Refuses a version with images that are nearly public, or nearly those of another pool, unless a maintainer insists: such images
 * are not hidden, and a new pool would give fresh budgets to old ones.
 * @returns how many images were insisted on
 * @throws RungError `bad_input`, naming them
 */
export function refuseAlike(
  alike: AlikeImages[],
  {
    role,
    poolId,
    insist,
  }: { role: TestSetInput["role"]; poolId: string | null; insist?: string | undefined },
): number {
  const meeting = alike.filter(
    (other) => other.images.length > 0 && (other.role !== role || other.poolId !== poolId),
  );
  const images = new Set(meeting.flatMap((other) => other.images));
  const [first] = meeting;
  if (first === undefined || insist !== undefined) return images.size;
  const names = first.images.slice(0, named).join(", ");
  const more = first.images.length > named ? ` and ${first.images.length - named} more` : "";
  const others = meeting.slice(1).map((other) => `"${other.name}" (${other.images.length})`);
  throw new RungError(
    "bad_input",
    `${first.images.length === 1 ? "One image is" : `${first.images.length} images are`} nearly the same as in the ${first.role} test set "${first.name}", re-encoded, resized, mirrored or cropped: ${names}${more}.${others.length > 0 ? ` So are some in ${others.join(", ")}.` : ""}`,
    "Remove them and import again: what is public cannot be hidden, and old images get no new budgets. If they are different photographs, say so with --insist REASON, which the log records.",
  );
}
