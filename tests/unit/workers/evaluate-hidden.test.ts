import { expect, test } from "vitest";
import { evaluateHidden } from "@/workers/evaluate-hidden";
import { claim, claimedAt, claims, effectsThat, job, labels, ran, readyAt } from "./evaluation-effects-that";

test("records at once, releases at the end of a window and reports no progress", async () => {
  const { effects, calls, runs } = effectsThat();
  await evaluateHidden(effects, job);
  expect(calls).toEqual(["recordHidden", `sleep until ${readyAt.toISOString()}`, "releaseDue"]);
  expect(runs[0]).toMatchObject({ quiet: true });
  expect(runs[0]).not.toHaveProperty("onProgress");
});

test("prepares the pixels of every test set before the claim fixes its windows", async () => {
  const order: string[] = [];
  const { effects } = effectsThat();
  const { openVersion, claimHidden } = effects;
  effects.openVersion = async (...given) => (order.push(`open ${given[0]}`), openVersion(...given));
  effects.claimHidden = async (id) => (order.push("claim"), claimHidden(id));
  await evaluateHidden(effects, job);
  expect(order.slice(0, 2)).toEqual(["open key", "claim"]);
});

test("claims the submission whose turn it is, not the one that its job came for", async () => {
  const claimed: string[] = [];
  const { effects } = effectsThat({
    chooseHidden: async () => "another",
    claimHidden: async (id) => (claimed.push(id), null),
  });
  await evaluateHidden(effects, job);
  expect(claimed).toEqual(["another"]);
});

test("that was claimed before its worker was lost goes on without a turn", async () => {
  const { effects, calls } = effectsThat({
    planHidden: async () => ({ ...claim, isClaimed: true }),
    inTurn: async () => expect.unreachable("it has had its turn"),
  });
  await evaluateHidden(effects, job);
  expect(calls).toContain("releaseDue");
});

test("is handed back when its worker is told to stop", async () => {
  const stopping = new AbortController();
  const reason = new Error("the worker was told to stop");
  const { effects, calls } = effectsThat({
    runModel: async (_, { signal }) => {
      stopping.abort(reason);
      throw signal!.reason;
    },
  });
  await expect(evaluateHidden(effects, { ...job, signal: stopping.signal })).rejects.toBe(reason);
  expect(calls).toEqual(["handBack"]);
});

test("shows the images in a secret order, within the allowance", async () => {
  const { effects, runs } = effectsThat();
  await evaluateHidden(effects, job);
  expect([...runs[0]!.order!]).toEqual([3, 2, 1, 0]);
  expect(runs[0]).toMatchObject({ allowance: { totalMs: 5_000, chunkMs: 2_000 }, losses: 20 });
});

test("counts images that were never answered as wrong, and raises an alarm when the window has ended", async () => {
  const { effects, outcomes, calls } = effectsThat({
    runModel: async () => ({ ...ran, answered: 0, lost: 4, restarts: 8 }),
  });
  await evaluateHidden(effects, job);
  expect(outcomes[0]).toMatchObject([
    { top1: 0, wrong: [1, 1, 1, 1], predictions: [-1, -1, -1, -1], unanswered: 4 },
  ]);
  expect(calls.slice(0, 3)).toEqual([
    "recordHidden",
    `sleep until ${readyAt.toISOString()}`,
    `alarm: {"submissionId":"s","unanswered":4,"forfeited":null,"windowsBeyond":0}`,
  ]);
});

const two = { ...claim, versions: [claim.versions[0]!, claim.versions[0]!] };

test("test sets share the allowance: what one took or lost, the next one does not have", async () => {
  const { effects, runs } = effectsThat({ claimHidden: claims(two, null) });
  const { runModel } = effects;
  effects.runModel = async (...given) => ({ ...(await runModel(...given)), cpuMs: 4_000, lost: 15 });
  await evaluateHidden(effects, job);
  expect(runs[1]).toMatchObject({ allowance: { totalMs: 1_000, chunkMs: 2_000 }, losses: 5 });
});

test.each([0, 1])(
  "a model that forfeits test set %i has every image of all of them wrong",
  async (guilty) => {
    const { effects, runs, recorded } = effectsThat({ claimHidden: claims(two, null) });
    const { runModel } = effects;
    effects.runModel = async (...given) => {
      const forfeited = runs.length === guilty ? "time" : null;
      return { ...(await runModel(...given)), forfeited };
    };
    await evaluateHidden(effects, job);
    expect(recorded[0]).toMatchObject({
      forfeited: "time",
      outcomes: [
        { top1: 0, unanswered: 4 },
        { top1: 0, unanswered: 4 },
      ],
    });
  },
);

test("tells how the machine treated the model, over all test sets", async () => {
  const { effects, recorded } = effectsThat({ claimHidden: claims(two, null) });
  await evaluateHidden(effects, job);
  expect(recorded[0]).toMatchObject({ machine: { onMs: 10, waitingMs: 2 }, startedAt: claimedAt });
});

test("waits for a maintainer at the end of a window where the machine lacked too much, and frees the slot", async () => {
  const { effects, calls } = effectsThat({
    recordHidden: async () => ({ at: readyAt, parked: true, windows: 8, windowsBeyond: 0 }),
  });
  await evaluateHidden(effects, job);
  expect(calls[0]).toBe(`sleep until ${readyAt.toISOString()}`);
  expect(calls.at(-1)).toBe("park");
  expect(calls).not.toContain("releaseDue");
});

test("that is not done after eight windows waits for a maintainer", async () => {
  const short = { ...claim, allowance: { ...claim.allowance, windowMs: 20 } };
  const { effects, calls, recorded } = effectsThat({
    claimHidden: claims(short, null),
    runModel: (_, { signal }) =>
      new Promise((_, reject) => signal!.addEventListener("abort", () => reject(signal!.reason))),
  });
  await evaluateHidden(effects, job);
  expect(recorded).toEqual([]);
  expect(calls[0]).toBe(`sleep until ${new Date(claimedAt.getTime() + 160).toISOString()}`);
  expect(calls.at(-1)).toBe("park");
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
  const { effects, calls, runs } = effectsThat({ claimHidden: claims({ ...claim, readyAt }, null) });
  await evaluateHidden(effects, job);
  expect(runs).toEqual([]);
  expect(calls).toEqual([`sleep until ${readyAt.toISOString()}`, "releaseDue"]);
});

test("of a reference model is published without waiting", async () => {
  const { effects, calls } = effectsThat({
    claimHidden: claims({ ...claim, kind: "reference" }),
  });
  await evaluateHidden(effects, job);
  expect(calls).toEqual(["recordHidden", "recordReference"]);
});

test("behind an earlier submission of the team leaves its release to that one", async () => {
  const recorded = { ...claim, readyAt };
  const { effects, calls } = effectsThat({
    claimHidden: claims(claim, recorded, recorded),
    now: () => readyAt,
  });
  await evaluateHidden(effects, job);
  expect(calls.filter((call) => call === "releaseDue")).toHaveLength(1);
});

test("waits again for its time where the clock was set back before the release, and is not left for nobody", async () => {
  const recorded = { ...claim, readyAt };
  const { effects, calls } = effectsThat({
    claimHidden: claims(claim, recorded, null),
    now: () => claimedAt,
  });
  await evaluateHidden(effects, job);
  const waited = `sleep until ${readyAt.toISOString()}`;
  expect(calls).toEqual(["recordHidden", waited, "releaseDue", waited, "releaseDue"]);
});

test("runs again where a new version of the test set was imported before its time", async () => {
  const { effects, runs } = effectsThat({ claimHidden: claims(claim, claim, null) });
  await evaluateHidden(effects, job);
  expect(runs).toHaveLength(2);
});
