import { and, desc, eq, exists, gte, lt, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, decisions, submissions, teams, testSets } from "../../../db/schema";
import type { AuditorContext } from "../../context";
import { RungError } from "../../errors";
import { cursorOf, readCursor } from "../../page-cursor";
import { historyRow, selectSubmissions } from "./history-row";
import { type History, type HistoryQuery, historyQuerySchema } from "./history-schema";
import { loadDecisions } from "./load-decisions";

/**
 * Submissions, newest first, with every release decision and its basis; filtered by benchmark, team, test set, state, decision
 * and time. Each page starts where the previous one ended.
 * @throws RungError `not_found` for an unknown name, `bad_input` for an invalid cursor
 */
export async function listHistory({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: HistoryQuery;
}): Promise<History> {
  const query = historyQuerySchema.parse(input);
  const where = await conditionsOf(ctx.db, query);
  const after = readCursor(query.after, ["time", "number"]);
  const rows = await selectSubmissions(ctx.db)
    .where(
      and(
        ...where.conditions,
        after
          ? sql`(${submissions.submittedAt}, ${submissions.sequence}) < (${after[0]}::timestamptz, ${after[1]}::bigint)`
          : undefined,
      ),
    )
    .orderBy(desc(submissions.submittedAt), desc(submissions.sequence))
    .limit(query.most);
  const made = await loadDecisions(ctx.db, {
    submissionIds: rows.map((row) => row.submission.id),
    poolId: where.poolId,
  });
  const last = rows.at(-1)?.submission;
  return {
    rows: rows.map((row) => historyRow(row, made.get(row.submission.id) ?? [])),
    next: last && rows.length === query.most ? cursorOf(last.submittedAt.toISOString(), last.sequence) : null,
  };
}

async function conditionsOf(db: Database, query: HistoryQuery) {
  const benchmark = query.benchmark ? await found(idOfBenchmark(db, query.benchmark), "benchmark") : null;
  const team = query.team ? await found(idOfTeam(db, query.team), "team") : null;
  const testSet =
    query.testSet && benchmark ? await found(poolOf(db, benchmark.id, query.testSet), "test set") : null;
  const decided = db
    .select({ one: sql`1` })
    .from(decisions)
    .where(and(eq(decisions.submissionId, submissions.id), eq(decisions.poolId, testSet?.poolId ?? "")));
  return {
    poolId: testSet?.poolId ?? null,
    conditions: [
      eq(submissions.kind, "entry"),
      benchmark ? eq(submissions.benchmarkId, benchmark.id) : undefined,
      team ? eq(submissions.teamId, team.id) : undefined,
      testSet?.poolId ? exists(decided) : undefined,
      query.state ? eq(submissions.state, query.state) : undefined,
      query.decision ? eq(submissions.decision, query.decision) : undefined,
      query.from ? gte(submissions.submittedAt, new Date(query.from)) : undefined,
      query.to ? lt(submissions.submittedAt, new Date(query.to)) : undefined,
    ],
  };
}

async function found<Row>(rows: PromiseLike<Row[]>, what: string): Promise<Row> {
  const [row] = await rows;
  if (row) return row;
  throw new RungError("not_found", `There is no such ${what}.`, "Choose another filter.");
}

const idOfBenchmark = (db: Database, slug: string) =>
  db.select({ id: benchmarks.id }).from(benchmarks).where(eq(benchmarks.slug, slug));

const idOfTeam = (db: Database, slug: string) =>
  db.select({ id: teams.id }).from(teams).where(eq(teams.slug, slug));

const poolOf = (db: Database, benchmarkId: string, name: string) =>
  db
    .select({ poolId: testSets.poolId })
    .from(testSets)
    .where(and(eq(testSets.benchmarkId, benchmarkId), eq(testSets.name, name), eq(testSets.role, "hidden")));
