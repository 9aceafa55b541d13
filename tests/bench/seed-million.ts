import type postgres from "postgres";

export const seeded = {
  submissions: 1_000_000,
  teams: 20_000,
  benchmarks: 4,
  images: 200,
  auditImages: 56,
} as const;

const kinds = [
  "benchmark",
  "pool",
  "original",
  "hidden",
  "first",
  "version",
  "user",
  "team",
  "submission",
] as const;
/** Ids are made of their numbers, so that every table is filled by one statement without a join, and in order. */
const id = (kind: (typeof kinds)[number], number: string) =>
  `('0000000${kinds.indexOf(kind)}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const at = "timestamptz '2025-06-01Z' + i * interval '30 seconds'";
/** Seven teams of ten are on the first benchmark. */
const benchmarkOf = `(case when i % ${seeded.teams} < ${seeded.teams * 0.7} then 0 else 1 + (i % ${seeded.teams}) % 3 end)`;
const turn = `(i / ${seeded.teams})`;
const climbed = `(${turn} = 0 or (${turn} + i) % 17 = 0)`;
const all = `generate_series(0, ${seeded.submissions - 1}) i`;
const version = `${id("version", benchmarkOf)}`;
const bits = (seed: string, bytes: number) =>
  `decode(substr(repeat(md5(${seed}), ${Math.ceil(bytes / 16)}), 1, ${2 * bytes}), 'hex')`;
const policy = `{"kind":"gated-ladder","eta":"0.02","c":4,"climbs":3,"noise":"1"}`;
const rung = `jsonb_build_object('numerator', (10 + i % 30)::text, 'denominator', '50')`;
const before = `jsonb_build_object('rung', case when ${turn} = 0 then 'null'::jsonb else ${rung} end, 'climbs', least(3, ${turn}), 'closed', false)`;
const after = `jsonb_build_object('rung', ${rung}, 'climbs', least(3, 1 + ${turn}), 'closed', false)`;
const trace = `jsonb_build_object('errors', 40 + i % 60, 'total', ${seeded.images}, 'a', i % 7, 'b', i % 11, 'd', i % 11 - i % 7, 'D', i % 11 + i % 7, 'noise', i % 5 - 2, 'threshold', 4)`;

const statements: string[] = [
  `insert into benchmarks (id, slug, name, classes, input_size)
    select ${id("benchmark", "b")}, 'benchmark-' || b, 'Benchmark ' || b, '["cat","dog"]', '[3,32,32]' from generate_series(0, 3) b`,
  `insert into pools (id, benchmark_id, name, policy, lifetime, first_release_budget)
    select ${id("pool", "b")}, ${id("benchmark", "b")}, 'pool', '${policy}', 100, 100 from generate_series(0, 3) b`,
  `insert into test_sets (id, benchmark_id, name, role, pool_id, primary_since, position)
    select ${id("original", "b")}, ${id("benchmark", "b")}, 'Original', 'original'::test_set_role, null::uuid, null::timestamptz, 0 from generate_series(0, 3) b
    union all select ${id("hidden", "b")}, ${id("benchmark", "b")}, 'New', 'hidden', ${id("pool", "b")}, now(), 1 from generate_series(0, 3) b`,
  `insert into test_set_versions (id, test_set_id, number, digest, store_key, images, audit_images)
    select ${id("first", "b")}, ${id("original", "b")}, 1, 'o' || b, 'o' || b, ${seeded.images}, 0 from generate_series(0, 3) b
    union all select ${id("version", "b")}, ${id("hidden", "b")}, 1, 'h' || b, 'h' || b, ${seeded.images}, ${seeded.auditImages} from generate_series(0, 3) b`,
  `insert into users (id, name) select ${id("user", "t")}, 'user-' || t from generate_series(0, ${seeded.teams - 1}) t`,
  `insert into teams (id, slug, name) select ${id("team", "t")}, 'team-' || t, 'Team ' || t from generate_series(0, ${seeded.teams - 1}) t`,
  `insert into model_files (hash, bytes) select md5('file' || f), 100 from generate_series(0, 999) f`,
  `insert into submissions (id, benchmark_id, team_id, user_id, name, model_hash, preprocessing, state, decision, submitted_at, ended_at)
    select ${id("submission", "i")}, ${id("benchmark", benchmarkOf)}, ${id("team", `i % ${seeded.teams}`)}, ${id("user", `i % ${seeded.teams}`)},
      'model ' || i, md5('file' || i % 1000), '{"input_size":[3,32,32]}',
      (case when i % 500 = 7 then 'failed' when i % 5000 = 11 then 'awaiting-approval' else 'scored' end)::submission_state,
      (case when i % 500 = 7 or i % 5000 = 11 then null when ${climbed} then 'climbed' else 'held' end)::decision, ${at}, ${at} + interval '1 hour'
    from ${all} order by i`,
  `insert into guarded.decisions (submission_id, pool_id, scope, decision, trace, before, after, decided_at)
    select ${id("submission", "i")}, ${id("pool", benchmarkOf)}, 'team', (case when ${climbed} then 'climbed' else 'held' end)::decision, ${trace}, ${before}, ${after}, ${at} + interval '1 hour'
    from ${all} where i % 500 <> 7 and i % 5000 <> 11`,
  `insert into guarded.decisions (submission_id, pool_id, scope, decision, trace, before, after, decided_at)
    select ${id("submission", "i")}, ${id("pool", benchmarkOf)}, 'global', (case when i % 4000 = 0 then 'climbed' else 'held' end)::decision, ${trace}, ${before}, ${after}, ${at} + interval '1 hour'
    from ${all} where ${climbed} and i % 500 <> 7 and i % 5000 <> 11`,
  ...(
    [
      ["guarded", seeded.images, version],
      ["audit", seeded.auditImages, version],
      ["all", seeded.images, id("first", benchmarkOf)],
    ] as const
  ).map(
    ([part, images, versionId]) => `
    insert into guarded.evaluations (submission_id, version_id, part, total, top1, wrong, predictions, ran, created_at)
    select ${id("submission", "i")}, ${versionId}, '${part}', ${images}, ${images} - (40 + i % 60) * ${images} / ${seeded.images},
      ${bits(`'${part}' || i`, images / 8)}, ''::bytea, '{}', ${at} from ${all} where i % 500 <> 7`,
  ),
  `insert into decision_counts (pool_id, scope, decision, rung, decisions)
    select pool_id, scope, decision, case when decision = 'climbed' then coalesce((before->'rung'->>'numerator') || '/' || (before->'rung'->>'denominator'), 'none') else 'none' end, count(*)
    from guarded.decisions group by 1, 2, 3, 4`,
  `insert into guarded.ladders (pool_id, scope, team_id, state, updated_at)
    select ${id("pool", benchmarkOf)}, 'team', ${id("team", `i % ${seeded.teams}`)}, ${after}, ${at} from ${all} where i >= ${seeded.submissions - seeded.teams}`,
  `insert into scores (submission_id, version_id, metric, kind, correct, total, accuracy, lower, upper, released_at)
    select ${id("submission", "i")}, ${id("first", benchmarkOf)}, 'top1', 'exact', 150, 200, 0.75, 0.7, 0.8, ${at} from ${all}`,
  `insert into scores (submission_id, version_id, metric, kind, correct, total, accuracy, lower, upper, released_at)
    select ${id("submission", "i")}, ${version}, 'top1', 'released', null, 200, 0.7, 0.6, 0.8, ${at} from ${all} where ${climbed} and i % 500 <> 7 and i % 5000 <> 11`,
  `insert into audit.lines (id, at, kind, public, fields, commitment, hash)
    select i + 1, ${at}, case when i % 20 = 3 then 'quota-refusal' when i % 2 = 0 then 'submission' else 'decision' end, '{}',
      jsonb_build_object('submission', ${id("submission", "i / 2")}, 'benchmark', ${id("benchmark", benchmarkOf)}), ${bits("i::text", 32)}, ${bits("'h' || i", 32)} from ${all}`,
  `insert into guarded.audit_secrets (line_id, salt, secret) select i + 1, ${bits("'s' || i", 32)}, '{"noise":3}' from ${all}`,
  `update audit.head set id = ${seeded.submissions}`,
  `insert into guarded.fingerprints (submission_id, version_id, predictions, bands, created_at)
    select ${id("submission", "i")}, ${version}, ${bits("'p' || i", 32)}, array(select (hashtextextended(b::text || '/' || (i - i % 3), 0) >> 12) from generate_series(1, 8) b), ${at} from ${all} where i % 4 = 0`,
  `insert into guarded.similarities (submission_id, other_id, benchmark_id, version_id, team_id, other_team_id, same_model, same_predictions, images, agreeing, expected, kappa, at)
    select ${id("submission", "i")}, ${id("submission", "i - 1")}, ${id("benchmark", benchmarkOf)}, ${version}, ${id("team", `i % ${seeded.teams}`)}, ${id("team", `(i - i % 2) % ${seeded.teams}`)},
      false, i % 10 = 0, 200, 190, 0.6, 0.875, ${at} from ${all} where i % 5 = 1`,
  `insert into guarded.team_links (benchmark_id, first_team_id, second_team_id, pairs, same_model, same_predictions, last_at)
    select ${id("benchmark", benchmarkOf)}, ${id("team", "i")}, ${id("team", "i + 1")}, 1 + i % 40, i % 3, i % 5, ${at} from generate_series(0, ${seeded.teams - 2}) i`,
  `insert into audit.verifications (started_at, ended_at, lines) values (now(), now(), ${seeded.submissions})`,
];

/**
 * Fills a migrated, empty database with a million submissions: their decisions, evaluations of tiny bit vectors, scores, log lines
 * and likenesses. Set-based; foreign keys, triggers and indexes are put back afterwards. Needs the owner's rights.
 */
export async function seedMillion(sql: postgres.Sql, log: (line: string) => void): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe("set local session_replication_role = replica; set local maintenance_work_mem = '512MB'");
    const indexes = await tx<{ name: string; definition: string }[]>`
      select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'guarded', 'audit') and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`;
    for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
    for (const statement of statements) {
      const start = performance.now();
      const { count } = await tx.unsafe(statement);
      const words = /^\s*(insert into \S+|update \S+)/.exec(statement)?.[1];
      log(`${words}: ${count} rows, ${Math.round(performance.now() - start)} ms`);
    }
    for (const { definition } of indexes) await tx.unsafe(definition);
  });
  await sql.unsafe("vacuum analyze");
}
