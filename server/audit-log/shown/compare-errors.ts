import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { evaluations, openLabels } from "../../../db/schema";
import { bitsFromBytes, getBit } from "../../release/bit-vector";

const pageSize = 50;

/**
 * Checks that the predictions and labels from which pages show errors by class are wrong on the images that the evaluation counted as
 * wrong, no others.
 * @returns what does not agree, in words, or null
 */
export async function compareErrors(db: Database): Promise<string | null> {
  const versions = await db.select({ id: openLabels.versionId, labels: openLabels.labels }).from(openLabels);
  for (const { id, labels } of versions) {
    const truth = new DataView(labels.buffer, labels.byteOffset, labels.byteLength);
    for (let after: string | undefined; ; ) {
      const page = await db
        .select()
        .from(evaluations)
        .where(and(eq(evaluations.versionId, id), after ? gt(evaluations.id, after) : undefined))
        .orderBy(asc(evaluations.id))
        .limit(pageSize);
      const other = page.find((row) => !isAsCounted(row, truth));
      if (other)
        return `by the row in open_labels, the predictions of the submission ${other.submissionId} are not those counted`;
      after = page.at(-1)?.id;
      if (page.length < pageSize) break;
    }
  }
  return null;
}

function isAsCounted(row: typeof evaluations.$inferSelect, truth: DataView): boolean {
  const { predictions, total } = row;
  const wrong = bitsFromBytes(row.wrong, total);
  const said = new DataView(predictions.buffer, predictions.byteOffset, predictions.byteLength);
  if (truth.byteLength !== 2 * total || said.byteLength !== 2 * total) return false;
  for (let image = 0; image < total; image++) {
    const isWrong = said.getInt16(2 * image, true) !== truth.getUint16(2 * image, true);
    if (isWrong !== getBit(wrong, image)) return false;
  }
  return true;
}
