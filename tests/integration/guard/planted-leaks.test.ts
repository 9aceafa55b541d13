import { afterAll, beforeAll, expect, test } from "vitest";
import { clopperPearson } from "@/server/statistics/clopper-pearson";
import { type Base, makeBase } from "./base";
import { differences } from "./differences";
import type { Tamper } from "./observe-answers";
import { type Interference, playWorld } from "./play-world";
import type { World } from "./worker-of-world";

/** The exact count that an answer must not follow; null until it is recorded. */
async function countOf({ sql, base }: World): Promise<number | null> {
  const [row] = await sql`
    select top1 from guarded.evaluations where submission_id = ${base.ids["ada-2"]} and part = 'guarded'`;
  return (row?.top1 as number | undefined) ?? null;
}

type AnswerLeak = (response: Response, count: number) => Promise<Response>;

const changed = async (response: Response, change: (body: never) => unknown) =>
  new Response(JSON.stringify(change((await response.json()) as never)), response);

/** Answers that follow the exact count, each at one address. */
const answerLeaks: Record<string, AnswerLeak> = {
  // A view sorted by the exact count.
  "/api/v1/benchmarks/{slug}/leaderboard": (response, count) =>
    changed(response, (table: { rows: unknown[] }) => ({
      ...table,
      rows: count > 695 ? table.rows : table.rows.reverse(),
    })),
  // An interval of the exact count.
  "/api/v1/entries/{id}": (response, count) =>
    changed(response, (entry: object) => ({
      ...entry,
      rungInterval: clopperPearson({ correct: count, total: 1000 }),
    })),
  // A chance to climb from the exact count instead of the rung.
  "/api/v1/benchmarks/{slug}/forecast": (response, count) =>
    changed(response, (forecast: { climb: object | null }) => ({
      ...forecast,
      climb: forecast.climb && { ...forecast.climb, chance: count / 1000 },
    })),
  // An ETag of everything that the database holds.
  "/benchmarks/{slug}/table.csv": async (response, count) => {
    const headers = new Headers(response.headers);
    headers.set("etag", `"${count % 7}"`);
    return new Response(response.body, { status: response.status, headers });
  },
  // A message about how near it was.
  "/api/v1/submissions/{id}": (response, count) =>
    changed(response, (view: object) => ({ ...view, hint: count >= 695 ? "nearly improved" : null })),
};

const tamper =
  (world: World): Tamper =>
  async (response, { place, isPlain }) => {
    const leak = answerLeaks[place.pattern];
    const count = await countOf(world);
    return leak && response.ok && isPlain && count !== null ? leak(response, count) : response;
  };

/** A worker that tells when a model was really done: by a column, a notification, a line in the site's log and a job. */
const change: Interference["change"] = (effects, { sql, ctx }) => ({
  async recordHidden(claim, outcome) {
    const { submissionId } = claim;
    const result = await effects.recordHidden(claim, outcome);
    await sql`update submissions set ended_at = ${new Date().toISOString()} where id = ${submissionId}`;
    await ctx.queue.enqueue(ctx.db, "evaluate-original", { submissionId });
    process.stderr.write(`evaluated ${submissionId}\n`);
    return result;
  },
});

/** A worker whose hidden slot is free as soon as a model is done: the release comes at its time, the next job before it. */
const freeEarly: Interference["change"] = (effects, { base, clock }) => ({
  inTurn: (_, claim) => claim(),
  // A result that waits is left: whether the clock was set back is not looked at.
  async claimHidden(submissionId) {
    const claim = await effects.claimHidden(submissionId);
    return claim?.readyAt ? null : claim;
  },
  async sleepUntil(time) {
    clock.run(async () => {
      await clock.sleepUntil(time.getTime());
      for (const { viewer } of Object.values(base.people)) {
        await effects.releaseDue({ teamId: viewer.teamId, benchmarkId: base.benchmark.id });
      }
    });
  },
});

let base: Base;
beforeAll(async () => {
  base = await makeBase();
});
afterAll(() => base.drop());

/** Where two held submissions differ that cannot be told apart in a site without a leak. */
async function differ(interference: Interference): Promise<string[]> {
  const play = (secret: Parameters<typeof playWorld>[1]) =>
    playWorld(base, secret, { ...interference, stop: "when ada-2 is released" });
  const one = await play({ "ada-2": { wrong: 300, took: 0.05 } });
  const found = differences(one, await play({ "ada-2": { wrong: 309, from: 20, took: 0.9 } }));
  return found.map((difference) => difference.split("\n")[0]!);
}

let found: string[];
beforeAll(async () => {
  found = await differ({ tamper, change });
});

const leaks: [leak: string, where: RegExp][] = [
  [
    "a table sorted by exact counts",
    /^when it was released \| anybody: \/api\/v1\/benchmarks\/\S+\/leaderboard body/,
  ],
  ["an interval of an exact count", /^when it was released \| ada: \/api\/v1\/entries\/\S+ body/],
  [
    "a chance to climb from an exact count",
    /^when it was released \| ada: \/api\/v1\/benchmarks\/\S+\/forecast\?originalAccuracy=0\.8 body/,
  ],
  ["an answer's length", /^when it was released \| bob: \/api\/v1\/entries\/\S+ length/],
  [
    "an ETag made of an exact count",
    /^when it was released \| anybody: \/benchmarks\/\S+\/table\.csv headers/,
  ],
  ["a hint that it nearly improved", /^at 0\.97 of the window \| ada: \/api\/v1\/submissions\/\S+ body/],
  [
    "the end of a submission written at its real end",
    /^at 0\.3 of the window \| web may read public\.submissions/,
  ],
  ["a notification at the real end", /^told by itself \| NOTIFY rung_submission/],
  ["an event at the real end", /^told by itself \| ada listens to \/api\/v1\/submissions/],
  ["a job that begins at the real end", /^at 0\.3 of the window \| web may read pgboss\.job/],
  ["a line in the site's log at the real end", /^told by itself \| log/],
];

test.each(leaks)("the harness reports %s", (_, where) => {
  expect(found.filter((key) => where.test(key))).not.toEqual([]);
});

test("the harness reports a hidden slot that is free early: the next submission's time begins when the model was done", async () => {
  const early = await differ({ change: freeEarly });
  expect(
    early.filter((key) => /^at 0\.3 of the window \| (ada|bob): \/api\/v1\/submissions\/\S+ body/.test(key)),
  ).not.toEqual([]);
  expect(early.filter((key) => key.startsWith("told by itself | NOTIFY rung_submission"))).not.toEqual([]);
});
