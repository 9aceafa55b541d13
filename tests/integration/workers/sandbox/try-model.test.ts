import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { completePreprocessing } from "@/server/evaluation/complete-preprocessing";
import { inputGeometry } from "@/server/evaluation/input-geometry";
import type { DeclaredPreprocessing } from "@/server/evaluation/preprocessing";
import type { Setting } from "@/server/evaluation/setting";
import { settingOf } from "@/server/evaluation/setting-of";
import type { Tried } from "@/server/evaluation/tried";
import { inspectModelFile } from "@/server/model-files/inspect-model-file";
import { judgeSettings } from "@/server/submissions/trial/judge-settings";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { toldByInspection } from "@/workers/model-run/told-by-inspection";
import { tryModel } from "@/workers/trial/try-model";
import { writeMeanModel } from "../../../fixtures/write-mean-model";
import { folder, IMAGES, right, sandbox, shard } from "./classes-of";

const setting: Setting = { layout: "NCHW", channel_order: "RGB", mean: [0, 0, 0], std: [1, 1, 1] };
const input = {
  name: "image",
  type: "float32",
  shape: [null, 3, null, null],
  layout: "NCHW",
  layoutFrom: "shape",
  height: null,
  width: null,
  channels: 3,
  batch: null,
} as const;
let models = 0;

/** Tries a model whose answer is an image's brightest channel: with BGR declared it takes red for blue. */
function tryMeans(model: Uint8Array, declared = setting, known: Tried[] = []) {
  const modelPath = join(folder, `tried-${(models += 1)}.onnx`);
  writeFileSync(modelPath, model);
  const given = { modelPath, shard, labels: right, classes: 3, sandbox, device: "cpu" } as const;
  return tryModel({
    ...given,
    preprocessing: declared,
    setting: declared,
    input: { ...input, shape: [...input.shape] },
    known,
  });
}

const backwards: Setting = { ...setting, channel_order: "BGR" };

describe("a model that was declared BGR and is RGB", () => {
  test("is right on all images in its own order, and that is found", async () => {
    const { tried, failure } = await tryMeans(writeMeanModel(), backwards);
    const finding = judgeSettings({ declared: backwards, tried });
    expect(failure).toBeNull();
    expect(finding).toMatchObject({
      images: IMAGES,
      better: { setting: { channel_order: "RGB" }, correct: IMAGES },
    });
  });

  test("is run again for nothing that is known of it", async () => {
    const { tried } = await tryMeans(writeMeanModel(), backwards);
    const again = await tryMeans(writeMeanModel(), backwards, tried);
    expect(again).toMatchObject({ cpuMs: 0, facts: null });
    expect(judgeSettings({ declared: backwards, tried: again.tried })).toEqual(
      judgeSettings({ declared: backwards, tried }),
    );
  });
});

test("a model right on all images is tried with its own setting alone", async () => {
  const { tried, facts } = await tryMeans(writeMeanModel());
  expect(tried).toEqual([{ setting, right: "1".repeat(IMAGES) }]);
  expect(facts!.peakBytes).toBeGreaterThan(20 * 2 ** 20);
});

test("a model that takes one image at a time is given one", async () => {
  const { tried, failure } = await tryMeans(writeMeanModel({ stubborn: true }));
  expect(failure).toBeNull();
  expect(tried[0]!.right).toBe("1".repeat(IMAGES));
});

test("a file that the runtime cannot load is told so, with a cure", async () => {
  const { tried, failure } = await tryMeans(Uint8Array.of(1, 2, 3));
  expect(tried).toEqual([]);
  expect(failure).toMatchObject({ kind: "load", hint: expect.stringContaining("onnx.checker") });
});

test("a sandbox that does not start is the machine's fault: it is thrown, and no model is blamed", async () => {
  const modelPath = join(folder, "tried-sound.onnx");
  writeFileSync(modelPath, writeMeanModel());
  const program = join(folder, "ends-at-once.cjs");
  writeFileSync(program, "process.exit(1);");
  const trial = tryModel({
    modelPath,
    shard,
    labels: right,
    classes: 3,
    sandbox: { ...sandbox, program },
    device: "cpu",
    preprocessing: setting,
    setting,
    input: { ...input, shape: [...input.shape] },
    known: [],
  });
  await expect(trial).rejects.toThrow(/did not begin/);
});

const data = resolve(process.env.RUNG_TEST_DATA ?? "../shared/data");
const wild = join(data, "wild");
const absent = !existsSync(join(wild, "c60.npy"));
if (absent) console.warn(`skipped: no files as people have them in ${wild} (RUNG_TEST_DATA says where)`);
const classes = "airplane automobile bird cat deer dog frog horse ship truck".split(" ");
const store = fileTestSetStore({ root: join(folder, "wild-trial") });
const frozen = absent
  ? null
  : await store.freezeTestSet({
      source: join(wild, "c60.npy"),
      labelsPath: join(wild, "c60_y.npy"),
      classes,
      digestKey: Buffer.alloc(32, 1),
      auditFraction: 0,
    });
const cifar: DeclaredPreprocessing = { mean: [0.4914, 0.4822, 0.4465], std: [0.2023, 0.1994, 0.201] };
const bytes: DeclaredPreprocessing = { std: [1 / 255, 1 / 255, 1 / 255], channel_order: "BGR" };

async function tryFile(path: string, declared: DeclaredPreprocessing) {
  const { model } = await inspectModelFile({ path, classes: 10 });
  const completed = completePreprocessing({ declared, model: model!.input });
  if (!completed.ok) throw new Error(completed.problems[0]!.sentence);
  const own = settingOf(completed.preprocessing);
  const { versionId } = frozen!;
  const trial = await tryModel({
    modelPath: path,
    shard: await store.openShard({ versionId, geometry: inputGeometry(completed.preprocessing) }),
    labels: await store.loadLabels(versionId),
    classes: 10,
    preprocessing: own,
    setting: own,
    input: model!.input,
    known: [],
    sandbox,
    device: "cpu",
    ...toldByInspection(model!),
  });
  return { failure: trial.failure, finding: judgeSettings({ declared: own, tried: trial.tried }) };
}

describe.skipIf(absent)("files as people have them", () => {
  const real = join(data, "models", "houssemek_cifar10_cnn.onnx");

  test("a CIFAR-10 model declared with 0 to 255 and BGR has a clearly better setting", async () => {
    const { finding } = await tryFile(real, bytes);
    expect(finding).toMatchObject({ images: 60, better: { setting: { channel_order: "RGB" } } });
    expect(finding!.better!.correct).toBeGreaterThanOrEqual(40);
  });

  test("as it should be declared, 40 of 60 are right and nothing is clearly better", async () => {
    expect((await tryFile(real, cifar)).finding).toMatchObject({ correct: 40, better: null });
  });

  test.each(["fp16_cast_mismatch_320.onnx", "bf16_inside.onnx", "double_inside.onnx"])(
    "%s is refused with a cure, by inspection or on trial",
    async (file) => {
      const path = join(wild, file);
      const { accepted, refusals } = await inspectModelFile({ path, classes: 10 });
      const { failure } = accepted ? await tryFile(path, cifar) : { failure: refusals[0]! };
      expect(failure!.hint).toMatch(/float32|model\.float\(\)/);
    },
  );
});
