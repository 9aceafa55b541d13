import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { poolMeters } from "@/server/audit/meters/pool-meters";
import { verifyLog } from "@/server/audit-log/verify-log";
import { createBenchmark } from "@/server/benchmarks/create-benchmark";
import { writeModel } from "@/server/onnx/write-model";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { importTestSet } from "@/server/test-sets/import-test-set";
import { as } from "../../factories/as";
import { makeModelFile } from "../../factories/make-model-file";
import { makeResearcher } from "../../factories/make-researcher";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { tenClasses } from "../../fixtures/ten-classes";
import { getBenchmarkMeters } from "../audit/public-meters";
import { evaluateHiddenAsTold, scoreOriginal } from "./evaluate-as-told";
import { releaseNow } from "./release-at";
import { submitFile } from "./submit-file";

const side = 8;
const imageBytes = side ** 2 * 3;
/** Wrong images of a team's submissions in turn: a first release, a climb (d = D = 60), and one that is held. */
const wrong = [120, 60, 55];
const budget = 3;

const test = sharedSiteTest
  /** Two hidden test sets of 200 images, 100 of them in both, and so in one pool; two metrics on each. */
  .extend("benchmark", { scope: "file" }, async ({ site }) => {
    const shape = { classes: tenClasses, inputSize: [3, side, side] as [3, number, number] };
    const quota = { perDay: 3, lifetime: 3 };
    const input = { slug: "shared", name: "Shared", ...shape, ...quota };
    const benchmark = await createBenchmark({ ctx: site.owner, input });
    const bring = async (name: string, role: "original" | "hidden", pixels: Uint8Array) => {
      const images = pixels.length / imageBytes;
      // As told, a model says class 1 where it is wrong, and every image is of class 0.
      const labels = Array.from({ length: images }, () => 0);
      const source = { images, height: side, width: side, labels, chunks: () => [pixels] };
      await importTestSet({ ctx: site.owner, input: { benchmark: benchmark.slug, name, role, source } });
    };
    const pixels = randomBytes(300 * imageBytes);
    await bring("Original", "original", randomBytes(200 * imageBytes));
    await bring("New", "hidden", pixels.subarray(0, 200 * imageBytes));
    await bring("Easier", "hidden", pixels.subarray(100 * imageBytes));
    await site.sql`update pools set first_release_budget = ${budget}`;
    return benchmark;
  })
  .extend("teams", { scope: "file" }, ({ site }) => {
    return Promise.all(Array.from({ length: 5 }, () => makeResearcher(site)));
  });

test("versions that share images have one pool, and with it one budget", async ({ site, benchmark }) => {
  const pools = await site.sql`
    select count(*)::int sets, count(distinct pool_id)::int pools from test_sets
    where role = 'hidden' and benchmark_id = ${benchmark.id}`;
  expect(pools).toEqual([{ sets: 2, pools: 1 }]);
});

test("fifty submissions of five teams at once leave each team its quota and not one more", async ({
  site,
  benchmark,
  teams,
}) => {
  // A file for each submission: whoever sends the same file waits for its turn with the file.
  const models = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      makeModelFile(site, writeModel({ ...smallClassifier, name: `small ${i}` })),
    ),
  );
  const asked = await Promise.allSettled(
    models.map((modelHash, i) =>
      submitFile(site, { benchmark, viewer: teams[i % teams.length]!, modelHash }),
    ),
  );
  const refused = asked.filter((one) => one.status === "rejected");
  expect(new Set(refused.map(({ reason }) => reason.code))).toEqual(new Set(["quota_spent"]));
  expect(refused).toHaveLength(50 - 15);
  for (const viewer of teams) {
    const quota = await quotaOf({ ctx: as(site, viewer), input: { benchmark: benchmark.slug } });
    expect(quota).toMatchObject({ used: 3, lifetime: 3, usedToday: 3 });
  }
  const [refusals] = await site.sql`select count(*)::int n from audit.lines where kind = 'quota-refusal'`;
  expect(refusals).toEqual({ n: 35 });
});

test("evaluated and released all at once, they are decided once each, within the budget of first releases", async ({
  site,
  benchmark,
  teams,
}) => {
  const queued = await site.sql<{ id: string; turn: number }[]>`
    select id, (row_number() over (partition by team_id order by sequence) - 1)::int as turn from submissions order by sequence`;
  for (const { id } of queued) await scoreOriginal(site, id);
  const due = await Promise.all(
    queued.map(({ id, turn }) => {
      const told = { wrong: wrong[turn]!, top5: 20 };
      return evaluateHiddenAsTold(site, id, { hidden: told, second: told });
    }),
  );
  site.clock.now = new Date(Math.max(...due.map(Number)));
  const ended = await Promise.all(
    Array.from({ length: 50 }, (_, i) => releaseNow(site, { benchmark, viewer: teams[i % teams.length]! })),
  );
  expect(ended.flat()).toHaveLength(3 * budget);
  expect(new Set(ended.flat()).size).toBe(3 * budget);

  const states =
    await site.sql`select state, decision, count(*)::int n from submissions group by 1, 2 order by 1, 2`;
  expect(states).toEqual([
    { state: "evaluating", decision: null, n: 2 * 2 },
    { state: "awaiting-approval", decision: null, n: 2 },
    { state: "scored", decision: "climbed", n: 2 * budget },
    { state: "scored", decision: "held", n: budget },
  ]);
  const decided = await site.sql`
    select submission_id from guarded.decisions where scope = 'team' group by submission_id, pool_id having count(*) = 1`;
  expect(decided.map((row) => row.submission_id).sort()).toEqual(ended.flat().sort());
  const [ladders] = await site.sql`
    select count(*)::int n from guarded.ladders where scope = 'team' and state->'rung' <> 'null'`;
  expect(ladders).toEqual({ n: budget });
  const released = await site.sql`
    select s.decision, sc.metric, count(distinct sc.version_id)::int sets, count(*)::int n
    from scores sc join submissions s on s.id = sc.submission_id where sc.kind = 'released' group by 1, 2 order by 2`;
  expect(released).toEqual([
    { decision: "climbed", metric: "top1", sets: 2, n: 3 * budget },
    { decision: "climbed", metric: "top5", sets: 2, n: 2 * budget },
  ]);
});

test("the meters say exactly what was spent", async ({ site, benchmark, maintainer }) => {
  const [found] = await poolMeters({ ctx: maintainer.reads, input: { benchmark: benchmark.slug } });
  const [shown] = await getBenchmarkMeters(site.web.db, benchmark.id);
  const spent = { climbs: 2 * budget, firstReleases: budget, firstReleaseBudget: budget };
  expect(found).toMatchObject({ ...spent, decided: 3 * budget, waiting: 2, refusals: 35 });
  expect(shown).toMatchObject({ ...spent, scored: 3 * budget });
  const choose = (n: number, k: number) =>
    Array.from({ length: k }, (_, i) => Math.log2((n - i) / (i + 1))).reduce((sum, bits) => sum + bits, 0);
  const whichClimbed = choose(9, 6) + Math.log2(10);
  // A first is one of 51 losses, a climb from 0.6 one of 31; beside each second climb, the three other scores one of 51.
  const numbers = budget * Math.log2(51) + budget * Math.log2(31) + budget * 3 * Math.log2(51);
  for (const { bits } of [found!, shown!]) {
    expect(bits).toBeCloseTo(whichClimbed + numbers, 9);
  }
});

test("and the log verifies: its chain and every ladder, replayed; the budget changed by hand it names", async ({
  site,
}) => {
  const verify = () => verifyLog({ ctx: site.owner, input: {} });
  expect(await verify()).toMatchObject({ problem: expect.stringContaining("pools.firstReleaseBudget") });
  await site.sql`update pools set first_release_budget = (
    select (fields->'terms'->>'firstReleaseBudget')::int from audit.lines
    where fields->>'testSet' = 'New' and fields->>'pool' = pools.id::text)`;
  expect(await verify()).toMatchObject({ ok: true });
});
