import type postgres from "postgres";
import type { Expected } from "./expected-counts";

interface Counted {
  id: string;
  /** Benchmark and file, as in `Expected`. */
  what: string;
  role: "original" | "hidden";
  total: number;
  top1: number;
  top5: number | null;
  unanswered: number;
  parts: number;
}

/** Compares what was counted for each submission with an undisturbed evaluation. @returns how many, and what differs */
export async function checkCounts(
  sql: postgres.Sql,
  benchmarks: string[],
  expected: Expected,
): Promise<{ compared: number; wrong: string[] }> {
  const rows = await sql<Counted[]>`
    select s.id, b.slug || ' ' || s.model_hash as what, t.role, sum(e.total)::int as total, sum(e.top1)::int as top1, sum(e.top5)::int as top5,
      coalesce(sum(e.unanswered), 0)::int as unanswered, count(*)::int as parts
    from guarded.evaluations e
    join submissions s on s.id = e.submission_id
    join benchmarks b on b.id = s.benchmark_id
    join test_set_versions v on v.id = e.version_id
    join test_sets t on t.id = v.test_set_id
    where b.slug in ${sql(benchmarks)}
    group by s.id, what, t.role`;
  const wrong: string[] = [];
  for (const { id, what, role, parts, ...counted } of rows) {
    const right = expected.get(what)?.[role];
    const words = `submission ${id}, ${role}: ${JSON.stringify(counted)}, undisturbed ${JSON.stringify(right)}`;
    const isSame =
      right?.total === counted.total && right.top1 === counted.top1 && right.top5 === counted.top5;
    if (!isSame || counted.unanswered > 0) wrong.push(words);
    if (parts !== (role === "hidden" ? 2 : 1)) wrong.push(`${words}: ${parts} parts`);
  }
  const shown = await sql<{ id: string; what: string; correct: number; metric: "top1" | "top5" }[]>`
    select s.id, b.slug || ' ' || s.model_hash as what, x.correct, x.metric from scores x
    join submissions s on s.id = x.submission_id join benchmarks b on b.id = s.benchmark_id
    where x.kind = 'exact' and b.slug in ${sql(benchmarks)}`;
  for (const { id, what, correct, metric } of shown)
    if (expected.get(what)?.original[metric] !== correct)
      wrong.push(`submission ${id} shows ${correct} right (${metric}) on the original test set`);
  return { compared: rows.length, wrong };
}
