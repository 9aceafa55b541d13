import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HiddenAllowance } from "@/server/evaluation/hidden-allowance";
import { startBusyProcesses } from "./busy-processes";
import { IMAGES, openEvaluations } from "./evaluation-beside";
import { prepareImport } from "./prepare-import";

const BUSY = 24;
const PAIRS = 30;

const folder = mkdtempSync(join(tmpdir(), "rung-busy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { models, evaluateOriginal, evaluateHidden, allowanceOf } = await openEvaluations(folder);
const startImport = await prepareImport(folder);
let allowance: HiddenAllowance;
let idle: number;
beforeAll(async () => {
  allowance = allowanceOf((await evaluateOriginal(models.quick)).ran);
  idle = (await evaluateHidden(models.quick, allowance)).top1;
});

let stop = async () => {};
afterEach(async () => {
  await stop();
  stop = async () => {};
});

const loads = {
  [`${BUSY} busy processes in sessions of their own`]: () => startBusyProcesses(BUSY),
  "an import": startImport,
};

describe.each(Object.entries(loads))("beside %s that begin in the middle", (_, start) => {
  test.each(Object.entries(models))(
    "a hidden evaluation of a %s model counts what it does without",
    async (_, model) => {
      const { top1, ran } = await evaluateHidden(model, allowance, {
        inTheMiddle: () => void (stop = start()),
      });
      expect(top1).toBe(idle);
      expect(ran).toMatchObject({ answered: IMAGES, lost: 0, forfeited: null, restarts: 0 });
    },
  );
});

test(`beside ${BUSY} busy processes an honest model does not fail on its original images`, async () => {
  stop = startBusyProcesses(BUSY);
  const { ran } = await evaluateOriginal(models.quick);
  expect(ran.answered).toBe(IMAGES);
  // What it is granted comes from its own time, not from what it waited.
  expect(allowanceOf(ran).sampleMs).toBeLessThan(2 * allowance.sampleMs);
});

test(`beside ${BUSY} busy processes a quick model and one that takes three times as long on chosen images appear in the same window, ${PAIRS} of ${PAIRS}`, async () => {
  stop = startBusyProcesses(BUSY);
  const took = { quick: 0, slow: 0 };
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // Two at once, as a slot has them; one image a run, so that none is looked at twice, which would take as long again.
    const [quick, slow] = await Promise.all(
      [models.quick, models.slow].map((model) => evaluateHidden(model, allowance, { alone: true })),
    );
    expect(slow!.result.windows).toBe(quick!.result.windows);
    expect([quick!.result.parked, slow!.result.parked]).toEqual([false, false]);
    expect([quick!.top1, slow!.top1]).toEqual([idle, idle]);
    took.quick += quick!.ran.cpuMs;
    took.slow += slow!.ran.cpuMs;
  }
  expect(took.slow).toBeGreaterThan(1.2 * took.quick);
});
