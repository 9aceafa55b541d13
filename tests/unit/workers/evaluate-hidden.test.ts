import { expect, test } from "vitest";
import { evaluateHidden } from "@/workers/evaluate-hidden";
import { claim, claimedAt, claims, effectsThat, job, labels } from "./evaluation-effects-that";

test("records at once, releases at the fixed time and reports no progress", async () => {
  const { effects, calls, runs } = effectsThat();
  await evaluateHidden(effects, job);
  expect(calls).toEqual(["recordHidden", `sleep until ${claim.dueAt.toISOString()}`, "releaseDue"]);
  expect(runs[0]).toMatchObject({ quiet: true });
  expect(runs[0]).not.toHaveProperty("onProgress");
});

test("prepares the pixels of every test set before the claim fixes its time", async () => {
  const order: string[] = [];
  const { effects } = effectsThat();
  const { openVersion, claimHidden } = effects;
  effects.openVersion = async (...given) => (order.push(`open ${given[0]}`), openVersion(...given));
  effects.claimHidden = async (id) => (order.push("claim"), claimHidden(id));
  await evaluateHidden(effects, job);
  expect(order.slice(0, 2)).toEqual(["open key", "claim"]);
});

test("shows the images in a secret order and ends before its time, so that the outcome is written by then", async () => {
  const { effects, runs } = effectsThat();
  await evaluateHidden(effects, job);
  expect([...runs[0]!.order!]).toEqual([3, 2, 1, 0]);
  expect(runs[0]!.deadline).toBe(claimedAt.getTime() + 10_000 - 500 - 500);
});

test("counts images that were never answered as wrong", async () => {
  const { effects, outcomes } = effectsThat({
    runModel: async () => ({
      images: 4,
      answered: 0,
      elapsedMs: 5,
      restarts: 20,
      device: "cpu",
      provider: "CPU",
      threads: 1,
      runtimeVersion: "1",
      sandbox: "bwrap",
    }),
  });
  await evaluateHidden(effects, job);
  expect(outcomes[0]).toMatchObject([{ top1: 0, wrong: [1, 1, 1, 1], predictions: [-1, -1, -1, -1] }]);
});

test("keeps guarded and audit images apart", async () => {
  const { effects, outcomes } = effectsThat({
    openVersion: async () => ({ shard: {} as never, labels, split: [0, 1, 1, 0] }),
  });
  await evaluateHidden(effects, job);
  expect(outcomes[0]).toMatchObject([
    { part: "guarded", total: 2, top1: 1, wrong: [0, 1] },
    { part: "audit", total: 2, top1: 1, wrong: [1, 0] },
  ]);
});

test("that was recorded before its worker was lost is not run again, only released at its time", async () => {
  const { effects, calls, runs } = effectsThat({ claimHidden: claims({ ...claim, recorded: true }, null) });
  await evaluateHidden(effects, job);
  expect(runs).toEqual([]);
  expect(calls).toEqual([`sleep until ${claim.dueAt.toISOString()}`, "releaseDue"]);
});

test("that comes again too late for its window awaits the next one, and is run then", async () => {
  const next = { ...claim, dueAt: new Date(claimedAt.getTime() + 20_000) };
  const { effects, calls } = effectsThat({ claimHidden: claims({ ...claim, tooLate: true }, next, null) });
  await evaluateHidden(effects, job);
  expect(calls).toEqual([
    `sleep until ${claim.dueAt.toISOString()}`,
    "releaseDue",
    "recordHidden",
    `sleep until ${next.dueAt.toISOString()}`,
    "releaseDue",
  ]);
});

test("of a reference model is published without waiting", async () => {
  const { effects, calls } = effectsThat({
    claimHidden: claims({ ...claim, kind: "reference", tooLate: true }),
  });
  await evaluateHidden(effects, job);
  expect(calls).toEqual(["recordHidden", "recordReference"]);
});

test("behind an earlier submission of the team leaves its release to that one", async () => {
  const recorded = { ...claim, recorded: true };
  const { effects, calls } = effectsThat({ claimHidden: claims(claim, recorded, recorded) });
  await evaluateHidden(effects, job);
  expect(calls.filter((call) => call === "releaseDue")).toHaveLength(1);
});

test("runs again where a new version of the test set was imported before its time", async () => {
  const { effects, runs } = effectsThat({ claimHidden: claims(claim, claim, null) });
  await evaluateHidden(effects, job);
  expect(runs).toHaveLength(2);
});
