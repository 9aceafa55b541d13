import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../../db/client";
import { modelFiles, referenceModels, referenceResults, scores, submissions, teams } from "../../db/schema";
import { type Metric, primaryMetric } from "../evaluation/metric";
import type { Training } from "../evaluation/training";
import { labelScore, restoreScore, type StoredScore, withhold } from "../release/released-score";
import { answeredHere } from "./answered-here";
import { publishedScore } from "./published-score";
import type { ShownScore } from "./schemas/score-schema";
import type { TableSet } from "./table-set";

/** A point's score: its accuracy (fraction), and all that may be shown of it. */
export interface PointScore {
  accuracy: number;
  shown: ShownScore;
}

/** A reference model or a scored submission with its original and its new score, released values only. */
export interface Point {
  id: string;
  kind: "reference" | "entry";
  name: string;
  team: string | null;
  teamName: string | null;
  source: string | null;
  url: string | null;
  year: number | null;
  parameters: number | null;
  training: Training | null;
  family: string | null;
  verified: boolean;
  disqualified: boolean;
  held: boolean;
  notInFit: string | null;
  /** The submission of a reference model whose answers to the images of both test sets are known here. */
  answeredBy: string | null;
  /** Order of submission; -1 for references. */
  sequence: number;
  original: PointScore | null;
  new: PointScore | null;
  /** In place of the new score where an entry climbed without it: only the score that decided comes with every climb. */
  withheld: ShownScore | null;
}

interface Wanted {
  benchmarkId: string;
  original: TableSet | null;
  new: TableSet | null;
  metric: Metric;
}

/** Every point of a benchmark for one new test set and metric: references first, then entries in the order of submission. */
export async function loadPoints(db: Database, wanted: Wanted): Promise<Point[]> {
  const [references, entries] = await Promise.all([loadReferences(db, wanted), loadEntries(db, wanted)]);
  return [...references, ...entries];
}

async function loadReferences(db: Database, wanted: Wanted): Promise<Point[]> {
  const original = alias(referenceResults, "original");
  const fresh = alias(referenceResults, "fresh");
  const on = (table: typeof original | typeof fresh, testSet: TableSet | null) =>
    and(
      eq(table.referenceModelId, referenceModels.id),
      testSet ? eq(table.testSetId, testSet.id) : sql`false`,
      eq(table.metric, wanted.metric),
    );
  const rows = await db
    .select({ model: referenceModels, original, fresh, answered: answeredHere(wanted) })
    .from(referenceModels)
    .leftJoin(original, on(original, wanted.original))
    .leftJoin(fresh, on(fresh, wanted.new))
    .where(eq(referenceModels.benchmarkId, wanted.benchmarkId))
    .orderBy(asc(referenceModels.name), asc(referenceModels.imageSize), asc(referenceModels.id));
  return rows.map(({ model, original: first, fresh: second, answered }) => ({
    id: model.id,
    kind: "reference",
    name: model.imageSize === null ? model.name : `${model.name} (${model.imageSize})`,
    team: null,
    teamName: null,
    source: model.source || null,
    url: model.url,
    year: model.year,
    parameters: model.parameters,
    training: model.training,
    family: model.family,
    verified: true,
    disqualified: false,
    held: false,
    notInFit: model.notInFit,
    answeredBy: answered ? model.submissionId : null,
    sequence: -1,
    original: published(model, first, wanted.original),
    new: published(model, second, wanted.new),
    withheld: null,
  }));
}

async function loadEntries(db: Database, wanted: Wanted): Promise<Point[]> {
  const original = alias(scores, "original");
  const fresh = alias(scores, "fresh");
  const on = (table: typeof original | typeof fresh, testSet: TableSet | null) =>
    and(
      eq(table.submissionId, submissions.id),
      testSet?.versionId ? eq(table.versionId, testSet.versionId) : sql`false`,
      eq(table.metric, wanted.metric),
    );
  const rows = await db
    .select({
      id: submissions.id,
      name: submissions.name,
      sequence: submissions.sequence,
      state: submissions.state,
      decision: submissions.decision,
      links: submissions.links,
      training: submissions.training,
      submittedAt: submissions.submittedAt,
      verifiedAt: submissions.verifiedAt,
      parameters: sql<number | null>`(${modelFiles.inspection}->'model'->>'parameters')::float8`,
      team: teams.slug,
      teamName: teams.name,
      original: storedScore(original),
      fresh: storedScore(fresh),
      climbedHere: climbedWithout(wanted),
    })
    .from(submissions)
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .innerJoin(modelFiles, eq(modelFiles.hash, submissions.modelHash))
    .leftJoin(original, on(original, wanted.original))
    .leftJoin(fresh, on(fresh, wanted.new))
    .where(
      and(
        eq(submissions.benchmarkId, wanted.benchmarkId),
        eq(submissions.kind, "entry"),
        inArray(submissions.state, ["scored", "disqualified"]),
      ),
    )
    .orderBy(asc(submissions.sequence));
  return rows.map((row) => ({
    id: row.id,
    kind: "entry",
    name: row.name,
    team: row.team,
    teamName: row.teamName,
    source: null,
    url: row.links.paper ?? row.links.code ?? null,
    year: row.submittedAt.getUTCFullYear(),
    parameters: row.parameters,
    training: row.training,
    family: null,
    verified: row.verifiedAt !== null,
    disqualified: row.state === "disqualified",
    held: row.decision === "held" && wanted.new?.role === "hidden",
    notInFit: null,
    answeredBy: null,
    sequence: row.sequence,
    original: released(row.original, wanted.original, wanted.metric),
    new: released(row.fresh, wanted.new, wanted.metric),
    withheld: row.fresh || !row.climbedHere ? null : withheldOn(wanted.new, wanted.metric),
  }));
}

/** What is read of a score, from either of its two aliases. */
function storedScore<Table extends Record<keyof StoredScore, unknown>>(
  table: Table,
): Pick<Table, keyof StoredScore> {
  const { kind, correct, total, accuracy, lower, upper } = table;
  return { kind, correct, total, accuracy, lower, upper };
}

/** Whether the score that every climb lets out was let out, where it is another than the wanted one. */
function climbedWithout({ new: testSet, metric }: Wanted) {
  const versionId = testSet?.decidedBy ?? null;
  if (versionId === null || (versionId === testSet?.versionId && metric === primaryMetric))
    return sql<boolean>`false`;
  return sql<boolean>`exists (select from ${scores} decided where decided.submission_id = ${submissions.id}
    and decided.version_id = ${versionId} and decided.metric = ${primaryMetric})`;
}

function withheldOn(testSet: TableSet | null, metric: Metric): ShownScore | null {
  return testSet?.images ? labelScore(testSet.name, metric, withhold({ total: testSet.images })) : null;
}

function published(
  { submissionId }: { submissionId: string | null },
  result: typeof referenceResults.$inferSelect | null,
  testSet: TableSet | null,
): PointScore | null {
  if (!result || !testSet) return null;
  const shown = publishedScore(testSet.name, { result, evaluatedHere: submissionId !== null });
  return { accuracy: result.accuracy, shown };
}

function released(score: StoredScore | null, testSet: TableSet | null, metric: Metric): PointScore | null {
  return score && testSet && { accuracy: score.accuracy, shown: restoreScore(testSet.name, metric, score) };
}
