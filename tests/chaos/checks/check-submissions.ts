import type postgres from "postgres";
import type { Intent } from "../clients/intent";

interface Row {
  id: string;
  key: string | null;
  state: string;
  team: string;
  hash: string;
  benchmark: string;
  spent: boolean;
  decided: boolean;
  perDay: number;
  submissionLines: number;
  spendingLines: number;
  decisionLines: number;
  decisions: number;
  originalLines: number;
}

export interface Found {
  lost: string[];
  double: string[];
}

const ends = ["refused", "scored", "failed", "withdrawn", "voided", "disqualified"];

/** Compares what teams were told with what is there: nothing that was accepted is lost, and nothing was done twice. */
export async function checkSubmissions(
  sql: postgres.Sql,
  intents: Intent[],
  benchmarks: string[],
): Promise<Found> {
  const rows = await submissionsOf(sql, benchmarks);
  const lost: string[] = [];
  const double: string[] = [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const intent of intents) {
    if (intent.id === null) {
      if (intent.refused === null) lost.push(`${intent.key} of ${intent.team} was never answered`);
      continue;
    }
    const row = byId.get(intent.id);
    if (!row) lost.push(`${intent.id} of ${intent.team} was accepted and is not there`);
    else if (!ends.includes(row.state)) lost.push(`${intent.id} did not end: it is ${row.state}`);
    else if (intent.withdrawn && row.state !== "withdrawn")
      lost.push(`${intent.id} was withdrawn and is ${row.state}`);
    else if (!intent.alreadyScored && row.key !== intent.key)
      double.push(`${intent.id} answers two requests`);
  }
  const known = new Map(intents.map((intent) => [intent.key, intent]));
  const answers = new Map<string, string>();
  for (const row of rows) {
    const { id, key } = row;
    if (key === null || !known.has(key)) double.push(`nobody asked for ${id}`);
    else if (answers.has(key)) double.push(`${id} and ${answers.get(key)} answer one request`);
    else answers.set(key, id);
    double.push(...doneTwice(row));
  }
  double.push(...scoredTwice(rows), ...beyondQuota(rows));
  return { lost, double };
}

/** Lines and decisions of one submission: each once where it is, never where it is not. */
function doneTwice(row: Row): string[] {
  const { id, spent, state } = row;
  const isDecided = row.decided || state === "voided";
  const counts: [string, number, boolean][] = [
    ["log lines of its submission", row.submissionLines, row.submissionLines === 1],
    ["log lines of its spending", row.spendingLines, row.spendingLines === (spent ? 1 : 0)],
    ["decisions", row.decisions, row.decisions === (isDecided ? 1 : 0)],
    ["log lines of decisions", row.decisionLines, row.decisionLines === row.decisions],
    ["log lines of original scores", row.originalLines, row.originalLines <= 1],
  ];
  return counts.filter(([, , right]) => !right).map(([what, n]) => `${id} (${state}) has ${n} ${what}`);
}

/** One model of a team has one answer that counts. */
function scoredTwice(rows: Row[]): string[] {
  const counted = rows.filter(({ state }) => state === "scored");
  const models = new Map<string, string>();
  const twice: string[] = [];
  for (const { id, team, hash, benchmark } of counted) {
    const model = `${team} ${benchmark} ${hash}`;
    if (models.has(model)) twice.push(`${id} and ${models.get(model)} are the same model of ${team}`);
    models.set(model, id);
  }
  return twice;
}

function beyondQuota(rows: Row[]): string[] {
  const givenBack = ["refused", "withdrawn", "failed", "voided"];
  const used = new Map<string, number>();
  const beyond: string[] = [];
  for (const { team, benchmark, spent, state, perDay } of rows) {
    if (!spent || givenBack.includes(state)) continue;
    const n = (used.get(`${team} ${benchmark}`) ?? 0) + 1;
    used.set(`${team} ${benchmark}`, n);
    if (n > perDay) beyond.push(`${team} used ${n} of ${perDay} on ${benchmark}`);
  }
  return beyond;
}

function submissionsOf(sql: postgres.Sql, benchmarks: string[]): Promise<Row[]> {
  const lines = (kind: string) => sql`(select count(*)::int from audit.lines l
    where l.kind = ${kind} and l.fields->>'submission' = s.id::text)`;
  return sql<Row[]>`
    select s.id, s.idempotency_key as key, s.state, t.slug as team, s.model_hash as hash, b.slug as benchmark,
      s.spent_at is not null as spent, s.decision is not null as decided, b.per_day as "perDay",
      ${lines("submission")} as "submissionLines", ${lines("spending")} as "spendingLines",
      ${lines("decision")} as "decisionLines", ${lines("evaluation")} as "originalLines",
      (select count(*)::int from guarded.decisions d where d.submission_id = s.id) as decisions
    from submissions s join teams t on t.id = s.team_id join benchmarks b on b.id = s.benchmark_id
    where s.kind = 'entry' and b.slug in ${sql(benchmarks)}`;
}
