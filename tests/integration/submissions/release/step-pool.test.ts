import { describe, expect } from "vitest";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeResearcher } from "../../../factories/make-researcher";
import { makeSubmission } from "../../../factories/make-submission";
import { evaluateAsTold } from "../evaluate-as-told";
import { releaseAt } from "../release-at";
import { submissionTest as test } from "../submission-test";
import { submitAsTold } from "../submit-as-told";

describe("a release", () => {
  test("shows a team's first hidden score rounded to the step size, never the count", async ({
    site,
    benchmark,
    submit,
    view,
  }) => {
    const { state, decision, scores } = await view(await submit(benchmark, 237));
    expect([state, decision]).toEqual(["scored", "climbed"]);
    // 237 of 1,000 wrong is a loss of 0.237: the nearest multiple of 0.02 is 0.24.
    const score = scores.find((one) => one.testSet === "New");
    expect(score).toMatchObject({ kind: "released", correct: null, total: 1000, accuracy: 0.76 });
    const stored = await site.sql`select correct, accuracy from scores where kind = 'released'`;
    expect(stored).toEqual([{ correct: null, accuracy: 0.76 }]);
  });

  test("of a submission that did not improve by enough shows nothing of it", async ({
    benchmark,
    submit,
    view,
  }) => {
    await submit(benchmark, 240);
    const { decision, scores } = await view(await submit(benchmark, 230));
    expect(decision).toBe("held");
    expect(scores.filter((score) => score.testSet === "New")).toEqual([
      {
        testSet: "New",
        metric: "top1",
        kind: "withheld",
        correct: null,
        total: 1000,
        accuracy: null,
        interval: null,
      },
    ]);
  });

  test("climbs where d > eta n and d^2 > c^2 D", async ({ benchmark, submit, view }) => {
    await submit(benchmark, 240);
    // d = D = 60 > 20, 60^2 = 3600 > 16 * 60 = 960
    const { decision, scores } = await view(await submit(benchmark, 180));
    expect(decision).toBe("climbed");
    expect(scores.find((score) => score.testSet === "New")).toMatchObject({ accuracy: 0.82 });
  });

  test("of a submission that asks for steps shows a smaller gain nothing, a larger one as ever, a first score always", async ({
    site,
    benchmark,
    viewer,
    view,
  }) => {
    const decisions = [];
    // n = 1,000 and eta = 0.02: three steps are 60 images, and d must exceed them.
    for (const wrong of [300, 240, 230]) {
      const id = await submitAsTold(site, { benchmark, viewer, atLeast: 3, hidden: { wrong } });
      decisions.push((await view(id)).decision);
    }
    expect(decisions).toEqual(["climbed", "held", "climbed"]);
  });

  test("never raises a ladder that has had its climbs", async ({ site, submit, view }) => {
    const policy = { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 2, noise: "1" } as const;
    const benchmark = await makeBenchmark(site, { policy });
    const decisions = [];
    for (const wrong of [600, 400, 200]) {
      decisions.push((await view(await submit(benchmark, wrong))).decision);
    }
    expect(decisions).toEqual(["climbed", "climbed", "held"]);
  });

  test("draws its noise afresh and in secret", async ({ site, benchmark, viewer, submit, view }) => {
    await submit(benchmark, 240);
    const id = await makeSubmission(site, { benchmark, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 180 } });
    // 1 - 0.99 and cos(pi) make z = round(10 * sqrt(-2 ln 0.01) * -1) = -30: d + z = 30 is below c sqrt(D) = 30.98.
    const draws = [0.99, 0.5];
    let i = 0;
    await releaseAt(site, due, { benchmark, viewer }, () => draws[i++ % 2]!);
    expect((await view(id)).decision).toBe("held");
    const [decision] = await site.sql`select trace from guarded.decisions where submission_id = ${id}`;
    expect(decision?.trace).toMatchObject({ d: 60, D: 60, noise: -30 });
    const lines = await site.sql`select public from audit.lines where kind = 'decision'`;
    expect(JSON.stringify(lines)).not.toContain("noise");
  });

  test("of a new team waits for a maintainer once the pool's budget of first releases is spent", async ({
    site,
    viewer: late,
    submit,
    view,
  }) => {
    const benchmark = await makeBenchmark(site, { firstReleaseBudget: 1 });
    const early = await makeResearcher(site);
    const stateOf = async (wrong: number) => (await view(await submit(benchmark, wrong, early), early)).state;
    expect(await stateOf(300)).toBe("scored");
    const waiting = await view(await submit(benchmark, 300, late), late);
    expect(waiting.state).toBe("awaiting-approval");
    expect(waiting.scores.map((score) => score.testSet)).toEqual(["Original"]);
    expect(await stateOf(150)).toBe("scored");
  });
});
