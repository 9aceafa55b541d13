import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { bitsFromBytes, getBit } from "../../release/bit-vector";
import { anyOf } from "../any-of";
import type { Grounds } from "./grounds";

/** A row has two bytes an image, so few of them are read at a time. */
const pageSize = 50;

type Row = { submission: string; total: number; wrong: Uint8Array; predictions: Uint8Array };

/**
 * Checks that the predictions and labels from which pages show errors by class are wrong on the images that the evaluation counted as
 * wrong, no others.
 * @returns what does not agree, in words, or null
 */
export async function compareErrors(
  db: Database,
  submissionIds: readonly string[],
  { labels }: Grounds,
): Promise<string | null> {
  for (const [version, { buffer, byteOffset, byteLength }] of labels) {
    const truth = new DataView(buffer, byteOffset, byteLength);
    for (let i = 0; i < submissionIds.length; i += pageSize) {
      const page = await db.execute<Row>(sql`
        select submission_id as submission, total, wrong, predictions from guarded.evaluations
        where version_id = ${version} and submission_id = ${anyOf(submissionIds.slice(i, i + pageSize), "uuid")}`);
      const other = page.find((row) => !isAsCounted(row, truth));
      if (other)
        return `by the row in open_labels, the predictions of the submission ${other.submission} are not those counted`;
    }
  }
  return null;
}

function isAsCounted({ total, wrong, predictions }: Row, truth: DataView): boolean {
  const bits = bitsFromBytes(wrong, total);
  const said = new DataView(predictions.buffer, predictions.byteOffset, predictions.byteLength);
  if (truth.byteLength !== 2 * total || said.byteLength !== 2 * total) return false;
  for (let image = 0; image < total; image++) {
    const isWrong = said.getInt16(2 * image, true) !== truth.getUint16(2 * image, true);
    if (isWrong !== getBit(bits, image)) return false;
  }
  return true;
}
