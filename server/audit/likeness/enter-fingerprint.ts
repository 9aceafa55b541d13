import { createHash } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { type evaluations, fingerprints } from "../../../db/schema";
import { bitsFromBytes, getBit } from "../../release/bit-vector";
import { minHashBands } from "../../statistics/min-hash-bands";

/**
 * Stores the keys by which an evaluation's predictions can be found. Predictions seen before get no bands: the first stands for
 * all, so that a model submitted by everybody does not pile up.
 */
export async function enterFingerprint(
  db: Database,
  evaluation: typeof evaluations.$inferSelect,
  at: Date,
): Promise<typeof fingerprints.$inferSelect> {
  const { submissionId, versionId } = evaluation;
  const predictions = createHash("sha256").update(evaluation.predictions).digest();
  const [before] = await db
    .select({ id: fingerprints.submissionId })
    .from(fingerprints)
    .where(
      and(
        eq(fingerprints.versionId, versionId),
        eq(fingerprints.predictions, predictions),
        ne(fingerprints.submissionId, submissionId),
      ),
    )
    .limit(1);
  const row = {
    submissionId,
    versionId,
    predictions,
    bands: before ? null : bandsOf(evaluation),
    createdAt: at,
  };
  await db.insert(fingerprints).values(row).onConflictDoNothing();
  return row;
}

/** Salted by the version: bands of other images never meet. */
function bandsOf({ wrong, total, versionId }: typeof evaluations.$inferSelect): number[] {
  const bits = bitsFromBytes(wrong, total);
  const members: number[] = [];
  for (let image = 0; image < total; image++) if (getBit(bits, image)) members.push(image);
  const salt = createHash("sha256").update(versionId).digest().readUInt32BE();
  return minHashBands({ members, salt });
}
