import type { scores } from "../../../db/schema";
import { countedMetrics } from "../../evaluation/by-metric";
import { type Metric, primaryMetric } from "../../evaluation/metric";
import type { Policy } from "../../release/policy";
import { type ReleasedScore, releaseExact, releaseUnder } from "../../release/released-score";
import type { LineOf } from "../line-schema";
import type { KnownVersions } from "./grounds";
import type { StoredCounts, StoredSubmission } from "./stored-submission";

type Row = typeof scores.$inferSelect;

/** A score that a line leads pages to show. */
export interface ExpectedScore {
  line: number;
  told: Omit<Row, "submissionId" | "versionId" | "metric">;
  /** Of a line from the time when scores that came with a climb were not named: it may be shown, or not. */
  unnamed?: true;
}

export const scoreKey = (version: string, metric: Metric): string => `${version} ${metric}`;

/**
 * The scores that the lines of a submission lead to, by version and metric.
 * @returns instead, in words, what does not agree with its counts
 */
export function expectedScores(
  { lines, counts: stored }: Pick<StoredSubmission, "lines" | "counts">,
  versions: KnownVersions,
): Map<string, ExpectedScore> | string {
  const found = new Map<string, ExpectedScore>();
  for (const { line, id, at } of lines) {
    const add = (version: string, metric: Metric, score: ReleasedScore, more = {}) =>
      found.set(scoreKey(version, metric), { line: id, told: toldOf(score, at), ...more });
    const agrees =
      line.kind === "evaluation"
        ? addEvaluated(line, { stored, versions, found, add })
        : line.kind === "decision" && line.public.scope === "team"
          ? addDecided(line, { stored, versions, add })
          : true;
    if (!agrees) return `line ${id}: the stored evaluation is not the one that it tells of`;
  }
  return found;
}

interface Given {
  stored: StoredSubmission["counts"];
  versions: KnownVersions;
  add: (version: string, metric: Metric, score: ReleasedScore, more?: { unnamed: true }) => void;
}

/** The line of a reference tells its original scores again, which were shown before. */
function addEvaluated(
  { public: fields, secret }: LineOf<"evaluation">,
  { stored, versions, found, add }: Given & { found: Map<string, ExpectedScore> },
): boolean {
  for (const result of fields.results) {
    const { version } = result;
    const losses = "losses" in result ? result.losses : null;
    const counts = losses ? secret.counts?.find((one) => one.version === version) : result;
    if (!counts || "losses" in counts || !isStored(stored.get(version), counts)) return false;
    const policy = losses ? (versions.get(version)?.policy ?? null) : null;
    for (const { metric, correct } of countedMetrics(counts)) {
      const score = released(policy, correct, counts.total);
      if (losses && losses.find((one) => one.metric === metric)?.loss !== score.lossText) return false;
      if (!found.has(scoreKey(version, metric))) add(version, metric, score);
    }
  }
  return true;
}

function addDecided(
  { public: fields, secret }: LineOf<"decision">,
  { stored, versions, add }: Given,
): boolean {
  const decided = stored.get(secret.version);
  const isSame = decided?.total === secret.total && decided.bits === secret.wrong;
  if (!isSame || decided.wrong !== secret.errors) return false;
  if (fields.decision !== "climbed") return true;
  const policyOf = (version: string) => versions.get(version)?.policy ?? null;
  if (!fields.others) {
    for (const [version, counts] of stored) {
      if (!policyOf(version)) continue;
      for (const { metric, correct } of countedMetrics(counts))
        add(version, metric, released(policyOf(version), correct, counts.total), { unnamed: true });
    }
  }
  add(
    secret.version,
    primaryMetric,
    released(policyOf(secret.version), secret.total - secret.errors, secret.total),
  );
  return (fields.others ?? []).every(({ version, metric, loss }) => {
    const counts = stored.get(version);
    const correct: number | null | undefined = counts?.[metric];
    if (!counts || correct === null || correct === undefined) return false;
    const score = released(policyOf(version), correct, counts.total);
    add(version, metric, score);
    return score.lossText === loss;
  });
}

function isStored(stored: StoredCounts | undefined, told: Omit<StoredCounts, "wrong" | "bits">): boolean {
  return (
    stored !== undefined &&
    stored.total === told.total &&
    stored.top1 === told.top1 &&
    (stored.top5 ?? null) === (told.top5 ?? null)
  );
}

function released(policy: Policy | null, correct: number, total: number): ReleasedScore {
  return policy ? releaseUnder({ policy, correct, total }) : releaseExact({ correct, total });
}

function toldOf(score: ReleasedScore, releasedAt: Date): ExpectedScore["told"] {
  const { kind, correct, total, accuracy, interval } = score;
  if (kind === "withheld") throw new Error("what a line tells was released");
  return {
    kind,
    correct,
    total,
    accuracy: accuracy!,
    lower: interval!.lower,
    upper: interval!.upper,
    releasedAt,
  };
}
