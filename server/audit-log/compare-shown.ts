import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import {
  decisionCounts,
  firstReleases,
  referenceModels,
  referenceResults,
  scores,
  submissions,
  testSetVersions,
} from "../../db/schema";
import { compareErrors } from "./compare-errors";
import { type Shown, scoreKey } from "./replay-shown";

const pageSize = 5_000;
type Score = typeof scores.$inferSelect;

/**
 * Checks that the scores, references, marks, counts and errors which pages show, and from which records follow, are those that the log leads to.
 * @returns what does not agree, in words, or null
 */
export async function compareShown(db: Database, shown: Shown): Promise<string | null> {
  return (
    (await compareScores(db, shown)) ??
    (await compareReferences(db)) ??
    (await compareMarks(db, shown)) ??
    (await compareCounts(db, shown)) ??
    (await compareErrors(db))
  );
}

async function compareScores(db: Database, shown: Shown): Promise<string | null> {
  const left = new Map(shown.scores);
  for await (const score of storedScores(db)) {
    const key = scoreKey(score.submissionId, score.versionId, score.metric);
    const expected = left.get(key) ?? shown.unnamed.get(key);
    left.delete(key);
    if (!expected) return "a score is shown that no line leads to";
    if (!isAsTold(score, expected))
      return `line ${expected.line}: a score shown is not the one that it leads to`;
  }
  const [lost] = left.values();
  return lost ? `line ${lost.line}: a score that it leads to is not shown` : null;
}

function isAsTold(row: Score, { at, score }: NonNullable<ReturnType<Shown["scores"]["get"]>>): boolean {
  if (row.releasedAt.getTime() !== at.getTime()) return false;
  if (!score) return row.kind === "released" && row.correct === null;
  return (
    row.kind === score.kind &&
    row.correct === score.correct &&
    row.total === score.total &&
    row.accuracy === score.accuracy &&
    row.lower === score.interval?.lower &&
    row.upper === score.interval?.upper
  );
}

async function* storedScores(db: Database): AsyncGenerator<Score> {
  for (let last: Score | undefined; ; ) {
    const page: Score[] = await db
      .select()
      .from(scores)
      .where(
        last &&
          sql`(${scores.submissionId}, ${scores.versionId}, ${scores.metric}) > (${last.submissionId}::uuid, ${last.versionId}::uuid, ${last.metric}::metric)`,
      )
      .orderBy(scores.submissionId, scores.versionId, scores.metric)
      .limit(pageSize);
    yield* page;
    if (page.length < pageSize) return;
    last = page.at(-1);
  }
}

/** A reference evaluated here is shown with its own scores. */
async function compareReferences(db: Database): Promise<string | null> {
  const rows = await db
    .select({ result: referenceResults, score: scores })
    .from(referenceResults)
    .innerJoin(referenceModels, eq(referenceModels.id, referenceResults.referenceModelId))
    .leftJoin(testSetVersions, eq(testSetVersions.testSetId, referenceResults.testSetId))
    .leftJoin(
      scores,
      and(
        eq(scores.versionId, testSetVersions.id),
        eq(scores.submissionId, referenceModels.submissionId),
        eq(scores.metric, referenceResults.metric),
      ),
    )
    .where(isNotNull(referenceModels.submissionId));
  const keyOf = ({ referenceModelId, testSetId, metric }: typeof referenceResults.$inferSelect) =>
    `${referenceModelId} ${testSetId} ${metric}`;
  const own = new Set(
    rows
      .filter(
        ({ result, score }) =>
          score !== null &&
          (["correct", "total", "accuracy", "lower", "upper"] as const).every(
            (field) => result[field] === score[field],
          ),
      )
      .map(({ result }) => keyOf(result)),
  );
  return rows.every(({ result }) => own.has(keyOf(result)))
    ? null
    : "a reference evaluated here is shown with other scores than its own";
}

async function compareMarks(db: Database, shown: Shown): Promise<string | null> {
  const rows = await db
    .select({
      id: submissions.id,
      state: submissions.state,
      verifiedAt: submissions.verifiedAt,
      decision: submissions.decision,
    })
    .from(submissions)
    .where(
      or(
        inArray(submissions.state, ["disqualified", "voided"]),
        isNotNull(submissions.verifiedAt),
        isNotNull(submissions.decision),
      ),
    );
  const marked = new Map(rows.map((row) => [row.id, row]));
  for (const id of new Set([...marked.keys(), ...shown.marks.keys()])) {
    const row = marked.get(id);
    const {
      disqualified = false,
      voided = false,
      verified = false,
      decision = null,
    } = shown.marks.get(id) ?? {};
    const agrees =
      (row?.state === "disqualified") === disqualified &&
      (row?.state === "voided") === voided &&
      Boolean(row?.verifiedAt) === verified &&
      (row?.decision ?? null) === decision;
    if (!agrees) return `the submission ${id} is marked otherwise than the log leads to`;
  }
  return null;
}

/** What meters count is what was decided. */
async function compareCounts(db: Database, shown: Shown): Promise<string | null> {
  const counts = await db.select().from(decisionCounts);
  const firsts = await db.select().from(firstReleases);
  const stored = new Map(
    counts.map(({ poolId, scope, decision, rung, decisions }) => [
      `${poolId} ${scope} ${decision} ${rung}`,
      decisions,
    ]),
  );
  const first = new Set(firsts.map(({ poolId, submissionId }) => `${poolId} ${submissionId}`));
  const agrees =
    stored.size === shown.decisionCounts.size &&
    [...stored].every(([key, decisions]) => shown.decisionCounts.get(key) === decisions) &&
    first.size === shown.firstReleases.size &&
    [...first].every((key) => shown.firstReleases.has(key));
  return agrees ? null : "the meters count other decisions than the log";
}
