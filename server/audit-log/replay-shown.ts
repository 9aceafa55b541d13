import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools, testSets, testSetVersions } from "../../db/schema";
import { countedMetrics, countsOf } from "../evaluation/by-metric";
import { type Metric, primaryMetric } from "../evaluation/metric";
import type { Policy } from "../release/policy";
import { type ReleasedScore, releaseExact, releaseUnder } from "../release/released-score";
import { canonicalJson } from "./canonical-json";
import type { Line, LineOf } from "./line-schema";
import { type StoredCounts, storedCounts } from "./stored-counts";

/** A score that a line leads to; null where the line was compared with what is shown when it was replayed. */
type ShownScore = { line: number; at: Date; score: ReleasedScore | null };

interface Marks {
  disqualified?: boolean;
  voided?: boolean;
  verified?: boolean;
  decision?: "climbed" | "held" | null;
}

/** What the lines so far lead pages to show. */
export interface Shown {
  /** By `scoreKey`. */
  scores: Map<string, ShownScore>;
  /** Scores that may have come along when lines did not name them. */
  unnamed: Map<string, ShownScore>;
  marks: Map<string, Marks>;
  /** Decisions by pool, scope, decision and the rung before a climb, joined by blanks. */
  decisionCounts: Map<string, number>;
  /** Pool and submission, joined by a blank. */
  firstReleases: Set<string>;
}

export const nothingShown = (): Shown => ({
  scores: new Map(),
  unnamed: new Map(),
  marks: new Map(),
  decisionCounts: new Map(),
  firstReleases: new Set(),
});

export const scoreKey = (submission: string, version: string, metric: Metric): string =>
  `${submission} ${version} ${metric}`;

/**
 * Gathers into `shown` the scores, marks and counts that pages must show after the next line, which was written `at`.
 * @returns what does not agree with the stored counts, in words, or null
 */
export async function replayShown(
  db: Database,
  shown: Shown,
  next: { line: Line; id: number; at: Date },
): Promise<string | null> {
  const { line, id } = next;
  const mark = (submission: string, changes: Marks) =>
    shown.marks.set(submission, { ...shown.marks.get(submission), ...changes });
  switch (line.kind) {
    case "evaluation":
      return (await noteEvaluation(db, shown, line, next))
        ? null
        : `line ${id}: the stored evaluation is not the one that it tells of`;
    case "decision":
      noteDecision(shown, line);
      if (line.public.scope === "team") await noteReleased(db, shown, line, next);
      return null;
    case "decline":
    case "disqualification":
      mark(line.public.submission, { disqualified: true });
      return null;
    case "reinstatement":
      mark(line.public.submission, { disqualified: false });
      return null;
    case "void":
      mark(line.public.submission, { voided: true, decision: null });
      return null;
    case "verification":
      mark(line.public.submission, { verified: line.public.verified });
      return null;
    default:
      return null;
  }
}

/** Whether the counts of an evaluation are those stored, and what is shown of them. */
async function noteEvaluation(
  db: Database,
  shown: Shown,
  { public: fields, secret }: LineOf<"evaluation">,
  { id, at }: { id: number; at: Date },
): Promise<boolean> {
  const stored = await storedCounts(db, fields.submission);
  for (const result of fields.results) {
    const { version } = result;
    const counts = "losses" in result ? secret.counts?.find((one) => one.version === version) : result;
    if (!counts || !agree(stored.get(version), counts)) return false;
    const policy = "losses" in result ? await policyOf(db, version) : null;
    for (const { metric, correct } of countedMetrics(counts)) {
      const { total } = counts;
      const score = policy ? releaseUnder({ policy, correct, total }) : releaseExact({ correct, total });
      if ("losses" in result && result.losses.find((one) => one.metric === metric)?.loss !== score.lossText)
        return false;
      const key = scoreKey(fields.submission, version, metric);
      // The line of a reference tells its original scores again, which were shown before.
      if (!shown.scores.has(key)) shown.scores.set(key, { line: id, at, score });
    }
  }
  return true;
}

function agree(stored: StoredCounts | undefined, told: Omit<StoredCounts, "wrong">): boolean {
  return (
    stored !== undefined &&
    stored.total === told.total &&
    canonicalJson(countsOf(stored)) === canonicalJson(countsOf(told)) &&
    stored.wrong === stored.total - stored[primaryMetric]
  );
}

function noteDecision(shown: Shown, { public: fields, secret }: LineOf<"decision">): void {
  const { submission, pool, scope, decision } = fields;
  const { rung } = secret.before;
  const before = decision === "climbed" && rung ? `${rung.numerator}/${rung.denominator}` : "none";
  const counted = `${pool} ${scope} ${decision} ${before}`;
  shown.decisionCounts.set(counted, (shown.decisionCounts.get(counted) ?? 0) + 1);
  if (scope !== "team") return;
  if (decision === "climbed" && !rung) shown.firstReleases.add(`${pool} ${submission}`);
  const mark = shown.marks.get(submission);
  if (mark?.decision !== "climbed") shown.marks.set(submission, { ...mark, decision });
}

async function noteReleased(
  db: Database,
  shown: Shown,
  { public: fields, secret }: LineOf<"decision">,
  { id, at }: { id: number; at: Date },
): Promise<void> {
  const { submission, decision, others } = fields;
  if (decision !== "climbed") return;
  const policy = await policyOf(db, secret.version);
  const { errors, total } = secret;
  const score = policy && releaseUnder({ policy, correct: total - errors, total });
  shown.scores.set(scoreKey(submission, secret.version, primaryMetric), { line: id, at, score });
  if (!others) await noteUnnamed(db, shown, submission, { id, at });
  for (const { version, metric } of others ?? [])
    shown.scores.set(scoreKey(submission, version, metric), { line: id, at, score: null });
}

async function noteUnnamed(
  db: Database,
  shown: Shown,
  submission: string,
  { id, at }: { id: number; at: Date },
): Promise<void> {
  for (const [version, counts] of await storedCounts(db, submission)) {
    const policy = await policyOf(db, version);
    if (!policy) continue;
    for (const { metric, correct } of countedMetrics(counts)) {
      const score = releaseUnder({ policy, correct, total: counts.total });
      shown.unnamed.set(scoreKey(submission, version, metric), { line: id, at, score });
    }
  }
}

/** The policy under which scores on a version are released; null for an original test set. */
async function policyOf(db: Database, versionId: string): Promise<Policy | null> {
  const [row] = await db
    .select({ policy: pools.policy })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .innerJoin(pools, eq(pools.id, testSets.poolId))
    .where(eq(testSetVersions.id, versionId));
  return row?.policy ?? null;
}
