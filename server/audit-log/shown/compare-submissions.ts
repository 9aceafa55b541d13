import { asc, gt, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { scores, submissions } from "../../../db/schema";
import { primaryMetric } from "../../evaluation/metric";
import { type LoggedLine, linesOf } from "../logged-line";
import { type ExpectedScore, expectedScores, scoreKey } from "./expected-scores";
import { type ExpectedSubmission, expectedSubmission } from "./expected-submission";
import { type KnownVersions, loadVersions } from "./known-versions";
import { leadsElsewhere } from "./leads-elsewhere";
import { type StoredCounts, storedCounts } from "./stored-counts";

type Row = typeof submissions.$inferSelect;
type Score = typeof scores.$inferSelect;

const pageSize = 1_000;
const open: readonly Row["state"][] = ["queued", "evaluating", "waiting-for-you", "awaiting-approval"];

/**
 * Checks that every submission is stored as its lines lead to, with the scores that pages show of it and nothing else, in pages, so
 * that the memory it takes does not grow with the log.
 * @param resolve the team that a team has become by merges
 * @returns what does not agree, in words, or null
 */
export async function compareSubmissions(
  db: Database,
  resolve: (team: string) => string,
): Promise<string | null> {
  const versions = await loadVersions(db);
  for (let last = ""; ; ) {
    const page = await db
      .select()
      .from(submissions)
      .where(last ? gt(submissions.id, last) : undefined)
      .orderBy(asc(submissions.id))
      .limit(pageSize);
    const problem = await comparePage(db, page, { versions, resolve });
    if (problem || page.length < pageSize) return problem;
    last = page.at(-1)!.id;
  }
}

async function comparePage(
  db: Database,
  page: Row[],
  { versions, resolve }: { versions: KnownVersions; resolve: (team: string) => string },
): Promise<string | null> {
  if (page.length === 0) return null;
  const ids = page.map(({ id }) => id);
  const lines = await linesOf(db, ids);
  const counts = await storedCounts(db, ids);
  const shown = new Map<string, Score[]>();
  for (const score of await db.select().from(scores).where(inArray(scores.submissionId, ids))) {
    const own = shown.get(score.submissionId);
    if (own) own.push(score);
    else shown.set(score.submissionId, [score]);
  }
  for (const row of page) {
    const own = lines.get(row.id) ?? [];
    const stored = counts.get(row.id) ?? new Map<string, StoredCounts>();
    const problem =
      compareRow(row, own, { versions, resolve }) ??
      compareCounts(row, stored) ??
      compareScores(shown.get(row.id) ?? [], expectedScores(own, stored, versions));
    if (problem) return problem;
  }
  return null;
}

function compareRow(
  row: Row,
  lines: LoggedLine[],
  { versions, resolve }: { versions: KnownVersions; resolve: (team: string) => string },
): string | null {
  const expected = expectedSubmission(lines);
  if (!expected) return `no line tells of the submission ${row.id}`;
  const { line, columns } = expected;
  const told = { ...columns, teamId: resolve(columns.teamId!) };
  if (open.includes(row.state)) told.endedAt = null;
  const hasState = expected.states.includes(row.state) && (row.state !== "scored" || isOver(row, versions));
  const state = hasState ? row.state : expected.states[0];
  return (
    leadsElsewhere({ table: "submissions", line, row, told: { ...told, state } }) ??
    compareExplanation(row, expected) ??
    compareVersions(row, expected, versions)
  );
}

/** Without a decision, an entry is scored only where no hidden test set was there to decide on. */
function isOver({ kind, decision, versionIds }: Row, versions: KnownVersions): boolean {
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
  versions: KnownVersions,
): string | null {
  if (row.decision === null || row.versionIds === null) return null;
  const known = new Set(row.versionIds);
  if (versionIds.every((id) => known.has(id) || versions.get(id)?.role === "public")) return null;
  return `line ${line} leads to another submissions.versionIds than the one stored`;
}

/** Every count must be that of its bits, whether or not a line tells of it. */
function compareCounts(row: Row, stored: Map<string, StoredCounts>): string | null {
  for (const counts of stored.values()) {
    if (counts.wrong !== counts.total - counts[primaryMetric])
      return `a stored evaluation of the submission ${row.id} counts otherwise than its bits`;
  }
  return null;
}

function compareScores(shown: Score[], expected: Map<string, ExpectedScore> | string): string | null {
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
