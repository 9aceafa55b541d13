import type { submissions } from "../../../db/schema";
import { primaryMetric } from "../../evaluation/metric";
import { compareDecisions } from "./compare-decisions";
import { type ExpectedScore, expectedScores, scoreKey } from "./expected-scores";
import { type ExpectedSubmission, expectedSubmission } from "./expected-submission";
import type { Grounds } from "./grounds";
import { leadsElsewhere } from "./leads-elsewhere";
import type { StoredSubmission } from "./stored-submission";

type Row = typeof submissions.$inferSelect;

const open: readonly Row["state"][] = ["queued", "evaluating", "waiting-for-you", "awaiting-approval"];

/**
 * Checks that a submission is stored as its lines lead to, with the scores that pages show of it and nothing else.
 * @returns what does not agree, in words, or null
 */
export function compareSubmission(stored: StoredSubmission, grounds: Grounds): string | null {
  return (
    compareRow(stored, grounds) ??
    compareCounts(stored) ??
    compareScores(stored.scores, expectedScores(stored, grounds.versions)) ??
    compareDecisions(stored)
  );
}

function compareRow({ row, lines }: StoredSubmission, grounds: Grounds): string | null {
  const expected = expectedSubmission(lines);
  if (!expected) return `no line tells of the submission ${row.id}`;
  const { line, columns } = expected;
  const told = { ...columns, teamId: resolve(columns.teamId!, grounds) };
  if (open.includes(row.state)) told.endedAt = null;
  const hasState = expected.states.includes(row.state) && (row.state !== "scored" || isOver(row, grounds));
  const state = hasState ? row.state : expected.states[0];
  return (
    leadsElsewhere({ table: "submissions", line, row, told: { ...told, state } }) ??
    compareExplanation(row, expected) ??
    compareVersions(row, expected, grounds)
  );
}

/** The team that a team has become by merges. */
function resolve(team: string, { merges }: Grounds): string {
  let now = team;
  for (let into = merges.get(now); into !== undefined; into = merges.get(now)) now = into;
  return now;
}

/** Without a decision, an entry is scored only where no hidden test set was there to decide on. */
function isOver({ kind, decision, versionIds }: Row, { versions }: Grounds): boolean {
  return (
    kind === "reference" ||
    decision !== null ||
    !(versionIds ?? []).some((id) => versions.get(id)?.role === "hidden")
  );
}

function compareExplanation(row: Row, { line, explanation }: ExpectedSubmission): string | null {
  const agrees =
    explanation === null
      ? row.explanation === null
      : (["code", "message"] as const).every(
          (part) => explanation[part] === undefined || explanation[part] === row.explanation?.[part],
        );
  return agrees ? null : `line ${line} leads to another submissions.explanation than the one stored`;
}

/** Public new sets are none of those that a submission is decided on. */
function compareVersions(
  row: Row,
  { line, versionIds }: ExpectedSubmission,
  { versions }: Grounds,
): string | null {
  if (row.decision === null || row.versionIds === null) return null;
  const known = new Set(row.versionIds);
  if (versionIds.every((id) => known.has(id) || versions.get(id)?.role === "public")) return null;
  return `line ${line} leads to another submissions.versionIds than the one stored`;
}

/** Every count must be that of its bits, whether or not a line tells of it. */
function compareCounts({ row, counts }: StoredSubmission): string | null {
  for (const stored of counts.values()) {
    if (stored.wrong !== stored.total - stored[primaryMetric])
      return `a stored evaluation of the submission ${row.id} counts otherwise than its bits`;
  }
  return null;
}

function compareScores(
  shown: StoredSubmission["scores"],
  expected: Map<string, ExpectedScore> | string,
): string | null {
  if (typeof expected === "string") return expected;
  const left = new Map(expected);
  for (const row of shown) {
    const key = scoreKey(row.versionId, row.metric);
    const found = left.get(key);
    if (!found)
      return `the row in scores of the submission ${row.submissionId} is shown, but no line leads to it`;
    left.delete(key);
    const problem = leadsElsewhere({ table: "scores", line: found.line, row, told: found.told });
    if (problem) return problem;
  }
  const lost = [...left.values()].find(({ unnamed }) => !unnamed);
  return lost ? `line ${lost.line}: a score that it leads to is not shown` : null;
}
