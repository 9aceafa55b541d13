import { describe, expect } from "vitest";
import { listHistory } from "@/server/audit/history/list-history";
import { listTeamMeters } from "@/server/audit/meters/list-team-meters";
import { poolMeters } from "@/server/audit/meters/pool-meters";
import { listLines } from "@/server/audit-log/list-lines";
import { bestSimulatedAttack } from "@/server/release/best-simulated-attack";
import { defaultPolicy } from "@/server/release/default-policy";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { submitAsTold } from "../submissions/submit-as-told";
import { getBenchmarkMeters } from "./public-meters";

const test = sharedSiteTest
  .extend("ctx", { scope: "file" }, ({ maintainer }) => maintainer.reads)
  /** Two teams: 300, 290 (held) and 150 wrong of the first, 200 of the second; both sets in one pool. */
  .extend("past", { scope: "file", auto: true }, async ({ site }) => {
    const hidden = [
      { name: "New", images: 1000 },
      { name: "Easier", images: 500 },
    ];
    const benchmark = await makeBenchmark(site, { hidden });
    const [first, second] = [await makeResearcher(site), await makeResearcher(site)];
    const ids: string[] = [];
    for (const [viewer, wrong] of [
      [first, 300],
      [first, 290],
      [second, 200],
      [first, 150],
    ] as const) {
      site.wait(60_000);
      const name = `${wrong} wrong`;
      ids.push(await submitAsTold(site, { benchmark, viewer, name, hidden: { wrong } }));
    }
    return { benchmark, ids, teams: [first.name, second.name] };
  })
  .extend("history", { scope: "file" }, ({ ctx }) => (input: Parameters<typeof listHistory>[0]["input"]) => {
    return listHistory({ ctx, input });
  });

describe("the history", () => {
  test("shows each decision with exact and released score, what it was made of, and the ladder after it", async ({
    history,
    past: { benchmark, ids, teams },
  }) => {
    const { rows, next } = await history({ benchmark: benchmark.slug, team: teams[0] });
    expect(next).toBeNull();
    expect(rows.map((row) => row.id)).toEqual([ids[3], ids[1], ids[0]]);
    const [climbed, held, first] = rows.map((row) => row.decisions.find((one) => one.scope === "team")!);
    expect(first).toMatchObject({
      decision: "climbed",
      exact: { correct: 700, total: 1000 },
      released: 0.7,
      d: null,
    });
    // 10 of the 300 wrong ones put right: d = D = 10; the threshold is 0.02 of 1,000 images.
    expect(held).toMatchObject({
      decision: "held",
      exact: { correct: 710, total: 1000 },
      released: null,
      a: 0,
      b: 10,
      d: 10,
      D: 10,
      noise: 0,
      rungBefore: "3/10",
      rungAfter: "3/10",
      testSet: "New",
    });
    expect(held!.threshold).toBeGreaterThanOrEqual(20);
    expect(climbed).toMatchObject({ decision: "climbed", d: 150, D: 150, released: 0.84, climbs: 2 });
  });

  test("is read by team, test set, decision, state and time", async ({
    site,
    history,
    past: { benchmark, ids, teams },
  }) => {
    const names = async (input: Parameters<typeof history>[0]) =>
      (await history(input)).rows.map((row) => row.name);
    expect(await names({ decision: "held" })).toEqual(["290 wrong"]);
    expect(await names({ team: teams[1] })).toEqual(["200 wrong"]);
    expect(await names({ benchmark: benchmark.slug, testSet: "Easier", state: "scored" })).toHaveLength(4);
    expect(await names({ state: "failed" })).toEqual([]);
    const [{ at } = {}] = await site.sql`select submitted_at as at from submissions where id = ${ids[2]!}`;
    const from = new Date(at).toISOString();
    expect(await names({ from })).toEqual(["150 wrong", "200 wrong"]);
    expect(await names({ to: from })).toEqual(["290 wrong", "300 wrong"]);
    await expect(names({ team: "nobody" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("comes in pages that leave nothing out and repeat nothing", async ({ history, past: { ids } }) => {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await history({ most: 1, after });
      seen.push(...page.rows.map((row) => row.id));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toEqual([...ids].reverse());
    await expect(history({ after: "nonsense" })).rejects.toMatchObject({ code: "bad_input" });
  });
});

/** The strongest attack simulated for 4 submissions, 3 climbs, one of them with a number beside it, and 2 first releases of one attacker, torn on 0.3 of the images. */
const simulated = bestSimulatedAttack({
  policy: defaultPolicy(1000).policy,
  images: 1000,
  unsure: 0.3,
  spent: { submissions: 4, climbs: 3, firstReleases: 2, numbersBeside: 1 },
})!;

describe("the meters", () => {
  test("say the same as the public ones: what everybody can count from released scores", async ({
    site,
    ctx,
    past: { benchmark },
  }) => {
    const [found] = await poolMeters({ ctx, input: { benchmark: benchmark.slug } });
    const [shown] = await getBenchmarkMeters(site.web.db, benchmark.id);
    const counts = { climbs: 3, firstReleases: 2 };
    expect(found).toMatchObject({ ...counts, decided: 4, waiting: 0, perDay: 100 });
    expect(shown).toMatchObject({ ...counts, scored: 4 });
    // Which 3 of 4 climbed; a first is one of 51 losses, after 0.3 one of 16; beside the second climb, one of 51.
    const bits = Math.log2(5 * 4) + Math.log2(51 * 51 * 16) + Math.log2(51);
    for (const meter of [found!, shown!]) {
      expect(meter.bits).toBeCloseTo(bits, 9);
      expect(meter.ceiling).toBeCloseTo(Math.sqrt((bits * Math.LN2) / 2000), 12);
      expect(meter.simulated).toBeCloseTo(simulated, 12);
    }
    expect(simulated).toBeLessThan(shown!.ceiling);
  });

  test("claim no simulated attack for a policy that was not measured", async ({ site, ctx }) => {
    const other = await makeBenchmark(site, { policy: { kind: "parameter-free-ladder" } });
    const [found] = await poolMeters({ ctx, input: { benchmark: other.slug } });
    const [shown] = await getBenchmarkMeters(site.web.db, other.id);
    expect([found!.simulated, shown!.simulated]).toEqual([null, null]);
  });

  test("of teams say what each has used of its quota and climbs", async ({
    ctx,
    past: { benchmark, teams },
  }) => {
    const { rows } = await listTeamMeters({ ctx, input: { pool: benchmark.pool.id } });
    expect(rows).toEqual([
      expect.objectContaining({ team: teams[0], used: 3, usedToday: 3, climbs: 2, rung: "4/25" }),
      expect.objectContaining({ team: teams[1], used: 1, climbs: 1, rung: "1/5" }),
    ]);
    const one = await listTeamMeters({ ctx, input: { pool: benchmark.pool.id, most: 1 } });
    const rest = await listTeamMeters({ ctx, input: { pool: benchmark.pool.id, most: 1, after: one.next! } });
    expect([...one.rows, ...rest.rows]).toEqual(rows);
  });
});

describe("the log", () => {
  test("is read newest first, by kind and by submission, with its secrets", async ({
    ctx,
    past: { ids },
  }) => {
    const { rows } = await listLines({ ctx, input: { submission: ids[1] } });
    expect(rows.map((line) => line.kind)).toEqual(["decision", "spending", "evaluation", "submission"]);
    expect(rows[0]!.secret).toMatchObject({ errors: 290, d: 10 });
    const decisions = await listLines({ ctx, input: { kind: "decision", most: 2 } });
    expect(decisions.rows).toHaveLength(2);
    expect(decisions.next).not.toBeNull();
  });
});

test("The web role can ask none of it", async ({ site, ctx }) => {
  const asWeb = { ...ctx, db: site.web.db };
  await expect(listHistory({ ctx: asWeb, input: {} })).rejects.toThrow();
  await expect(listLines({ ctx: asWeb, input: {} })).rejects.toThrow();
});
