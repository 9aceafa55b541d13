import { expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeSubmission } from "../../../factories/make-submission";
import { tenClasses } from "../../../fixtures/ten-classes";
import { evaluateAsTold } from "../evaluate-as-told";
import { releaseAt } from "../release-at";
import { submissionTest as test } from "../submission-test";

test("Top-5 and the pool's other test sets are let out with the 2nd, 4th and 8th climb, rounded, and never else", async ({
  site,
  viewer,
  view,
}) => {
  const hidden = [
    { name: "Matched", images: 1000 },
    { name: "Easier", images: 500 },
  ];
  const policy = { kind: "gated-ladder", eta: "0.02", c: 1, climbs: 9, noise: "0" } as const;
  const benchmark = await makeBenchmark(site, { hidden, classes: tenClasses, policy });
  const shown = [];
  for (const wrong of [900, 840, 840, 800, 700, 600, 500, 400, 300, 200]) {
    const id = await makeSubmission(site, { benchmark, viewer });
    const told = { hidden: { wrong, top5: 100 }, second: { wrong: 57, top5: 13 } };
    await releaseAt(site, await evaluateAsTold(site, id, told), { benchmark, viewer });
    const { scores } = await view(id);
    const on = (name: string, metric: string) =>
      scores.find((score) => score.testSet === name && score.metric === metric)?.accuracy;
    shown.push([on("Matched", "top1"), on("Matched", "top5"), on("Easier", "top1"), on("Easier", "top5")]);
  }
  // 57 of 500 is 0.114, to the multiple 0.12 of eta; 13 of 500 is 0.026, to 0.02.
  const others = [0.9, 0.88, 0.98];
  const none = [null, null, null];
  expect(shown).toEqual([
    [0.1, ...none],
    [0.16, ...others],
    [null, ...none],
    [0.2, ...none],
    [0.3, ...others],
    [0.4, ...none],
    [0.5, ...none],
    [0.6, ...none],
    [0.7, ...others],
    [0.8, ...none],
  ]);
  expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({ ok: true });
  await site.sql`update scores set accuracy = 0.5 where metric = 'top5' and accuracy = 0.98`;
  expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({
    ok: false,
    problem: expect.stringContaining("another scores.accuracy"),
  });
});
