import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { countCorrect } from "@/server/evaluation/count-correct";
import { inputGeometry } from "@/server/evaluation/input-geometry";
import { inspectModelFile } from "@/server/model-files/inspect-model-file";
import { seededRandom } from "@/server/statistics/seeded-random";
import { assessModel } from "@/server/submissions/foresight/assess-model";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { toldByInspection } from "@/workers/model-run/told-by-inspection";
import { secretPermutation } from "@/workers/secret-permutation";
import { folder, sandbox } from "./classes-of";

const wild = join(resolve(process.env.RUNG_TEST_DATA ?? "../shared/data"), "wild");
const absent = !existsSync(join(wild, "c60.npy"));
if (absent) console.warn(`skipped: no files as people have them in ${wild} (RUNG_TEST_DATA says where)`);

const IMAGES = 60;
const classes = "airplane automobile bird cat deer dog frog horse ship truck".split(" ");
const imagenet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
const cifar = { mean: [0.4914, 0.4822, 0.4465], std: [0.2023, 0.1994, 0.201] };

const store = fileTestSetStore({ root: join(folder, "wild") });
const frozen = absent
  ? null
  : await store.freezeTestSet({
      source: join(wild, "c60.npy"),
      labelsPath: join(wild, "c60_y.npy"),
      classes,
      digestKey: Buffer.alloc(32, 1),
      auditFraction: 0,
    });

/** What will happen with a file, as page, submissions and `rung evaluate` reckon it. */
async function assess(file: string, declared: typeof cifar = cifar, names: string[] = classes) {
  const inspection = await inspectModelFile({ path: join(wild, file), classes: names.length });
  const benchmark = { classes: names, inputSize: [3, 32, 32] as [number, number, number] };
  const { problems, notes, preprocessing } = assessModel({ inspection, declared, benchmark });
  return {
    problems,
    notes: [...inspection.warnings, ...notes],
    preprocessing: preprocessing!,
    model: inspection.model!,
  };
}

type Wanted = { scaling?: typeof cifar; attempt?: number | null; names?: string[] };

/** The scores of the 60 images, and whether the model was run one image at a time; `attempt` chooses order and batch, quietly. */
async function run(
  file: string,
  onScores: (image: number, scores: Float32Array) => void,
  { scaling = cifar, attempt = null, names = classes }: Wanted,
) {
  const modelPath = join(wild, file);
  const { model, preprocessing } = await assess(file, scaling, names);
  const { versionId } = frozen!;
  const random = seededRandom(attempt ?? 0);
  const { alone } = await evaluateShard({
    modelPath,
    shard: await store.openShard({ versionId, geometry: inputGeometry(preprocessing) }),
    classes: names.length,
    preprocessing,
    sandbox,
    device: "cpu",
    batch: [16, 3, 8, 32][attempt ?? 0]!,
    ...toldByInspection(model),
    quiet: attempt !== null,
    onScores,
    onVoid: () => expect.unreachable(),
    ...(attempt !== null && { order: secretPermutation(IMAGES, () => random.fraction()) }),
  });
  return alone;
}

/** Right answers of 60. */
async function evaluate(file: string, scaling: typeof cifar, attempt: number | null) {
  const counter = countCorrect(await store.loadLabels(frozen!.versionId), 10);
  const alone = await run(file, counter.record, { scaling, attempt });
  return { right: counter.tally().top1, alone };
}

const rows = [
  ["dynamic-int8-cifar10.onnx", imagenet, 48, true],
  ["in_batch_64.onnx", cifar, 40, false],
  ["out_N_C_1_1.onnx", cifar, 40, false],
  ["out_N_C_1_1_undeclared.onnx", cifar, 40, false],
  ["hf_optimum_all_dynamic.onnx", cifar, 40, false],
  // onnxruntime in Python on Pillow's "L" of the images, scaled by the averages of mean and std
  ["in_grey.onnx", cifar, 28, false],
] as const;

describe.skipIf(absent)("60 images have one answer each", () => {
  test.each(rows)("%s", async (file, scaling, right, alone) => {
    expect(await evaluate(file, scaling, null)).toEqual({ right, alone });
    for (const attempt of [1, 2, 3]) expect(await evaluate(file, scaling, attempt)).toMatchObject({ right });
  });

  test("a softmax over the batch is found out: run one by one, all scores of an image tie", async () => {
    expect(await evaluate("softmax_axis0.onnx", cifar, null)).toEqual({ right: 8, alone: true });
  });

  test("of a sigmoid's one score each image of two classes has both", async () => {
    const scaling = { mean: [0, 0, 0], std: [1, 1, 1] };
    const pairs: [number, number][] = [];
    const record = (image: number, [first, second]: Float32Array) => void (pairs[image] = [first!, second!]);
    await run("keras-binary-sigmoid.onnx", record, { scaling, names: ["cat", "dog"] });
    expect(pairs.every(([first, second]) => Math.abs(first + second - 1) < 1e-6)).toBe(true);
    // onnxruntime in Python: 32 of the 60 above a half, the largest 0.98695
    expect(pairs.filter(([first, second]) => second > first)).toHaveLength(32);
    expect(Math.max(...pairs.map(([, second]) => second))).toBeCloseTo(0.98695, 4);
  });
});

const refused = [
  ["training-mode-22-batchnorms.onnx", "/f/f.1/BatchNormalization", 22, /training mode/, /model\.eval\(\)/],
  ["only-the-weights.onnx.data", null, 1, /most likely the \.data half/, /external_data=False/],
  ["bf16_inside.onnx", "/conv1/Conv", 4, /weights are bfloat16/, /model\.float\(\)/],
  ["double_inside.onnx", "/conv1/Conv", 3, /weights are float64/, /model\.float\(\)/],
  ["in_int8_tflite.onnx", "input", 1, /is int8/, /--dequantize/],
  ["in_hwc_no_batch.onnx", "input", 1, /\[32, 32, 3\]/, /dim\.insert\(0/],
] as const;

describe.skipIf(absent)(
  "what cannot be run is refused once, with its count, its first place and a cure",
  () => {
    test.each(refused)("%s", async (file, where, count, sentence, hint) => {
      expect((await assess(file)).problems).toEqual([
        { where, count, sentence: expect.stringMatching(sentence), hint: expect.stringMatching(hint) },
      ]);
    });
  },
);

const said = [
  ["in_grey.onnx", classes, [/averages of the three/, /ITU-R 601/]],
  ["hf_optimum_all_dynamic.onnx", classes, [/NCHW, as the first convolution reads it/, /32 x 32/]],
  ["softmax_axis0.onnx", classes, [/dim=0 was probably meant to be dim=1/]],
  ["keras-binary-sigmoid.onnx", ["cat", "dog"], [/probability of the second class, “dog”/]],
] as const;

describe.skipIf(absent)("what is out of the ordinary is accepted, and said", () => {
  test.each(said)("%s", async (file, names, sentences) => {
    const { problems, notes } = await assess(file, cifar, [...names]);
    expect(problems).toEqual([]);
    for (const sentence of sentences) expect(notes.join("\n")).toMatch(sentence);
  });
});
