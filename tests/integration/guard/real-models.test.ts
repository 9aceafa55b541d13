import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { CLASSES, type Misdeed, SIDE, writeHostileModel } from "../../fixtures/write-hostile-model";
import { workingSandboxes } from "../workers/sandbox/working-sandboxes";
import { type Base, classes, makeBase } from "./base";
import { differences } from "./differences";
import { imagesOf, labelOf, type SetName } from "./hidden-run";
import type { Seen } from "./observe-answers";
import { type Interference, playWorld } from "./play-world";

const wrong = 300;
const folder = mkdtempSync(join(tmpdir(), "rung-guard-models-"));
const [sandbox] = await workingSandboxes(folder);

let base: Base;
let told: Seen;
beforeAll(async () => {
  writeImages(join(folder, "images.u8"));
  base = await makeBase();
  told = await playWorld(base, { "ada-2": { wrong, audit: 0 } });
});
afterAll(async () => {
  await base.drop();
  rmSync(folder, { recursive: true });
});

/**
 * Flat images whose right answer is the channel `image % 3`. In the first 300 another channel is brightest; those of them
 * numbered 7, 37, 67, .. have the full red channel that hostile models wait for.
 */
function writeImages(path: string) {
  const area = SIDE * SIDE;
  const pixels = new Uint8Array(imagesOf("New") * area * 3).fill(10);
  for (let image = 0; image < imagesOf("New"); image += 1) {
    const marked = image < wrong && image % 30 === 7;
    const channel = marked ? 0 : (image + (image < wrong ? 1 : 0)) % 3;
    for (let i = 0; i < area; i += 1) pixels[(image * area + i) * 3 + channel] = marked ? 255 : 200;
  }
  writeFileSync(path, pixels);
}

/** Ada's second submission runs for real, in the sandbox, on the primary hidden test set. */
function really(misdeed: Misdeed): Interference["change"] {
  const modelPath = join(folder, `${misdeed}.onnx`);
  writeFileSync(modelPath, writeHostileModel(misdeed, "N"));
  const path = join(folder, "images.u8");
  const images = { path, images: imagesOf("New"), height: SIDE, width: SIDE, channels: 3 } as const;
  return (effects, { base: { ids } }) => ({
    async runModel(plan, run) {
      const { set } = run.shard as unknown as { set: SetName };
      if (plan.submissionId !== ids["ada-2"] || set !== "New") return effects.runModel(plan, run);
      const ran = await evaluateShard({
        ...run,
        modelPath,
        shard: images,
        padding: images,
        classes: CLASSES,
        preprocessing: { layout: "NCHW", mean: [0, 0, 0], std: [1, 1, 1] },
        sandbox: sandbox!,
        device: "cpu",
        onScores: (image, scores) => run.onScores(image, tenScores(image, scores)),
      });
      // The clock and the device of the world are not those of this machine, which may be busy.
      return { ...ran, machine: { onMs: 10, waitingMs: 0 }, runtime: "told", deviceClass: "told" };
    },
  });
}

/** The answer of a model of three classes for a test set of ten: right where it names the right channel. */
function tenScores(image: number, scores: Float32Array): Float32Array {
  if (!scores.every(Number.isFinite)) return new Float32Array(classes).fill(Number.NaN);
  const named = scores.indexOf(Math.max(...scores));
  const answer = new Float32Array(classes);
  answer[
    labelOf(image) + (named === image % 3 ? 0 : 1) === classes
      ? 0
      : labelOf(image) + (named === image % 3 ? 0 : 1)
  ] = 1;
  return answer;
}

describe.skipIf(!sandbox)("of a held model that ran in the sandbox nobody can tell", () => {
  const misdeeds: [does: string, misdeed: Misdeed][] = [
    ["a healthy one", "nothing"],
    ["one that gives NaN on chosen images", "nan"],
    ["one that crashes the runtime on chosen images", "crash"],
    ["one that throws on chosen images", "throw"],
  ];
  test.each(misdeeds)("%s", async (_, misdeed) => {
    const seen = await playWorld(base, {}, { change: really(misdeed) });
    expect(differences(told, seen)).toEqual([]);
  });
});
