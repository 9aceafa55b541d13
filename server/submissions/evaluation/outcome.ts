import type { Ran } from "../../../db/schema";
import { type ByMetric, countsOf } from "../../evaluation/by-metric";
import { type BitVector, bitsFromBytes, emptyBits, setBit } from "../../release/bit-vector";

/** What a worker counted on one part of one version. */
export interface Outcome extends ByMetric<number> {
  versionId: string;
  part: "all" | "guarded" | "audit";
  total: number;
  /** One entry per image of the part: 1 = wrong at top-1. */
  wrong: ArrayLike<number>;
  /** Predicted class for each image of the part, -1 for none. */
  predictions: ArrayLike<number>;
  /** Images of the part without an answer. */
  unanswered: number;
  /** Processor time on the part, and the most that a chunk of images took, ms. */
  cpuMs: number;
  largestChunkMs: number;
  ran: Ran;
}

/** The columns of `guarded.evaluations` for an outcome: bits packed, predictions as little-endian int16. */
export function evaluationRow(submissionId: string, outcome: Outcome, createdAt: Date) {
  const { versionId, part, total, unanswered, cpuMs, largestChunkMs, ran } = outcome;
  const bits = emptyBits(total);
  const predictions = new Uint8Array(total * 2);
  const view = new DataView(predictions.buffer);
  for (let i = 0; i < total; i++) {
    if (outcome.wrong[i]) setBit(bits, i);
    view.setInt16(i * 2, outcome.predictions[i] ?? -1, true);
  }
  const counts = countsOf(outcome);
  const taken = { unanswered, cpuMs, largestChunkMs, ran };
  return {
    submissionId,
    versionId,
    part,
    total,
    ...counts,
    wrong: bits.bytes,
    predictions,
    ...taken,
    createdAt,
  };
}

/** The bits of a stored evaluation's wrong images. */
export function wrongBits(row: { wrong: Uint8Array; total: number }): BitVector {
  return bitsFromBytes(row.wrong, row.total);
}
