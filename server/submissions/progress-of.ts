import type { submissions } from "../../db/schema";
import type { SubmissionView } from "./submission-schema";

type Row = Pick<
  typeof submissions.$inferSelect,
  "state" | "originalDone" | "originalTotal" | "hiddenClaimedAt" | "hiddenDueAt"
>;

/** Progress as anybody may see it: images on original test sets, only elapsed time on hidden ones. */
export function progressOf(row: Row, now: Date): SubmissionView["progress"] {
  if (row.state !== "evaluating") return null;
  if (row.hiddenClaimedAt && row.hiddenDueAt) {
    const whole = row.hiddenDueAt.getTime() - row.hiddenClaimedAt.getTime();
    const done = (now.getTime() - row.hiddenClaimedAt.getTime()) / Math.max(1, whole);
    return { phase: "hidden", done: Math.min(1, Math.max(0, done)), dueAt: row.hiddenDueAt.toISOString() };
  }
  const done = row.originalTotal > 0 ? row.originalDone / row.originalTotal : 0;
  return { phase: "original", done: Math.min(1, done), dueAt: null };
}
