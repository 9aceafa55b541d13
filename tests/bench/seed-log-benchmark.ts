import type postgres from "postgres";
import type { Line } from "@/server/audit-log/line-schema";
import { defaultPolicy } from "@/server/release/default-policy";

export const images = 2_000;
export const epoch = Date.parse("2026-01-01T00:00:00Z");
/** Ids are made of their numbers. */
export const uuid = (kind: number, n: number) =>
  `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** A benchmark with an original and a hidden test set, and its lines. */
export async function seedBenchmark(sql: postgres.Sql) {
  const [benchmark, pool, original, hidden] = [1, 2, 5, 6].map((kind) => uuid(kind, 0)) as [
    string,
    string,
    string,
    string,
  ];
  const { policy, lifetime } = defaultPolicy(images);
  const terms = { name: "pool", policy: { ...policy }, lifetime, firstReleaseBudget: 100_000, teamBias: 1 };
  await sql`insert into benchmarks (id, slug, name, classes, input_size) values (${benchmark}, 'log', 'Log', '["cat","dog"]', '[3,32,32]')`;
  await sql`insert into pools (id, benchmark_id, name, policy, lifetime, first_release_budget, team_bias)
    values (${pool}, ${benchmark}, 'pool', ${JSON.stringify({ ...policy })}, ${lifetime}, 100000, 1)`;
  await sql`insert into test_sets (id, benchmark_id, name, role, pool_id, primary_since) values
    (${uuid(3, 0)}, ${benchmark}, 'Original', 'original', null, null), (${uuid(4, 0)}, ${benchmark}, 'New', 'hidden', ${pool}, ${new Date(epoch).toISOString()})`;
  await sql`insert into test_set_versions (id, test_set_id, number, digest, store_key, images) values
    (${original}, ${uuid(3, 0)}, 1, 'o', 'o', ${images}), (${hidden}, ${uuid(4, 0)}, 1, 'h', 'h', ${images})`;
  const model = "ab".repeat(32);
  await sql`insert into model_files (hash, bytes) values (${model}, 100)`;
  const set = { benchmark, images, auditImages: 0, number: 1, description: "" };
  const lines: Line[] = [
    {
      kind: "benchmark",
      public: { benchmark, slug: "log", classes: 2, perDay: 2, lifetime: null },
      secret: {},
    },
    {
      kind: "test-set",
      public: {
        ...set,
        testSet: "Original",
        role: "original",
        version: original,
        digest: "o",
        pool: null,
        primary: false,
        terms: null,
      },
      secret: {},
    },
    {
      kind: "test-set",
      public: {
        ...set,
        testSet: "New",
        role: "hidden",
        version: hidden,
        digest: "h",
        pool,
        primary: true,
        terms,
      },
      secret: {},
    },
  ];
  return { benchmark, pool, original, hidden, model, lines };
}
