import type { submissions } from "../../db/schema";
import { windowEnd } from "../evaluation/result-windows";
import type { SubmissionView } from "./submission-schema";

type Row = Pick<
  typeof submissions.$inferSelect,
  "state" | "originalDone" | "originalTotal" | "hiddenClaimedAt" | "hiddenDueAt" | "parkedAt"
>;

/** Progress as anybody may see it: tenths of the original test sets, elapsed time alone on hidden ones, up to the next end of a window. */
export function progressOf(row: Row, now: Date): SubmissionView["progress"] {
  if (row.state !== "evaluating") return null;
  if (row.parkedAt) return { phase: "hidden", done: 1, dueAt: null };
  if (row.hiddenClaimedAt && !row.hiddenDueAt) return { phase: "hidden", done: 0, dueAt: null };
  if (row.hiddenClaimedAt && row.hiddenDueAt) {
    const claimed = row.hiddenClaimedAt.getTime();
    const windowMs = Math.max(1, row.hiddenDueAt.getTime() - claimed);
    const windows = (now.getTime() - claimed) / windowMs;
    const end = windowEnd(windows);
    const dueAt = new Date(claimed + end * windowMs).toISOString();
    return { phase: "hidden", done: Math.max(0, windows / end), dueAt };
  }
  const tenths = row.originalTotal > 0 ? Math.floor((10 * row.originalDone) / row.originalTotal) : 0;
  return { phase: "original", done: Math.min(10, tenths) / 10, dueAt: null };
}
