import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { benchmarks, referenceModels, submissions } from "../../db/schema";
import type { Context } from "../context";
import { RungError } from "../errors";
import { type Metric, primaryMetric } from "../evaluation/metric";
import { labelScore, withhold } from "../release/released-score";
import { gaps } from "../statistics/gaps";
import type { BenchmarkFacts } from "./benchmark-facts";
import { isEntry } from "./is-entry";
import { loadHistory } from "./load-history";
import { loadPublishedScores, loadReleasedScores } from "./load-shown-scores";
import { openTable, type Table } from "./open-table";
import type { Entry } from "./schemas/entry-schema";
import type { LeaderboardQuery } from "./schemas/leaderboard-query";
import type { LeaderboardRow } from "./schemas/leaderboard-schema";
import type { ShownScore } from "./schemas/score-schema";

/**
 * One row of a table with its details: every score, the gaps of the source paper, its team's history. `id` is a reference model's
 * or a submission's, scored or disqualified.
 * @throws RungError `not_found`
 */
export async function getEntry({
  ctx,
  input,
}: {
  ctx: Context;
  input: { id: string } & Partial<Pick<LeaderboardQuery, "testSet" | "metric">>;
}): Promise<Entry> {
  const found = (await referenceEntry(ctx.db, input.id)) ?? (await submittedEntry(ctx.db, input.id));
  if (!found) throw noEntry();
  const [benchmark] = await ctx.db.select().from(benchmarks).where(eq(benchmarks.id, found.benchmarkId));
  const { testSet, metric = primaryMetric } = input;
  const wanted = { testSet, metric };
  const { facts, set, table } = await openTable({ ctx, benchmark: benchmark!, input: wanted });
  const row = table.byId.get(input.id);
  if (!row) throw noEntry();
  return {
    ...row,
    benchmark: facts.view,
    testSet: set?.name ?? null,
    metric,
    submission: found.submission,
    reason: found.reason,
    gaps: gapsOf(row),
    scores: row.kind === "entry" ? withWithheld(await found.scores(), facts) : await found.scores(),
    history: await found.history(table),
  };
}

interface Found {
  benchmarkId: string;
  submission: string | null;
  reason: string | null;
  scores: () => Promise<ShownScore[]>;
  history: (table: Table) => Promise<Entry["history"]>;
}

async function referenceEntry(db: Database, id: string): Promise<Found | null> {
  const [model] = await db.select().from(referenceModels).where(eq(referenceModels.id, id));
  if (!model) return null;
  return {
    benchmarkId: model.benchmarkId,
    submission: model.submissionId,
    reason: null,
    scores: () => loadPublishedScores(db, model),
    history: async () => [],
  };
}

async function submittedEntry(db: Database, id: string): Promise<Found | null> {
  const [submission] = await db.select().from(submissions).where(isEntry(id));
  if (!submission) return null;
  return {
    benchmarkId: submission.benchmarkId,
    submission: id,
    reason: submission.state === "disqualified" ? (submission.explanation?.message ?? null) : null,
    scores: () => loadReleasedScores(db, id),
    history: (table) => loadHistory(db, submission, table),
  };
}

/** With what the entry's climb did not let out on the pools where it climbed: top-5, and test sets that do not decide. */
function withWithheld(scores: ShownScore[], { others, view }: BenchmarkFacts): ShownScore[] {
  const has = (testSet: string, metric?: Metric) =>
    scores.some((score) => score.testSet === testSet && (!metric || score.metric === metric));
  const withheld = others.flatMap(({ name, images, decidedBy }) => {
    const decided = others.find((set) => set.versionId === decidedBy);
    if (!images || !decidedBy || !decided || !has(decided.name)) return [];
    return view.metrics
      .filter((metric) => !has(name, metric))
      .map((metric) => labelScore(name, metric, withhold({ total: images })));
  });
  return [...scores, ...withheld];
}

function gapsOf({ original, new: released }: LeaderboardRow): Entry["gaps"] {
  if (!released?.interval || released.accuracy === null) return null;
  if (original?.accuracy === null || original?.accuracy === undefined) return null;
  return gaps({
    originalAccuracy: original.accuracy,
    newAccuracy: released.accuracy,
    newInterval: released.interval,
  });
}

function noEntry(): RungError {
  return new RungError(
    "not_found",
    "There is no such entry, or it has not been scored yet.",
    "The table of its benchmark lists every entry.",
  );
}
