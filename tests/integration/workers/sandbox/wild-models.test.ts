import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { completePreprocessing } from "@/server/evaluation/complete-preprocessing";
import { countCorrect } from "@/server/evaluation/count-correct";
import { inputGeometry } from "@/server/evaluation/input-geometry";
import { inspectModelFile } from "@/server/model-files/inspect-model-file";
import { seededRandom } from "@/server/statistics/seeded-random";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { looksAcrossBatch } from "@/workers/model-run/looks-across-batch";
import { secretPermutation } from "@/workers/secret-permutation";
import { folder, sandbox } from "./classes-of";

const wild = join(resolve(process.env.RUNG_TEST_DATA ?? "../shared/data"), "wild");
const absent = !existsSync(join(wild, "c60.npy"));
if (absent) console.warn(`skipped: no files as people have them in ${wild} (RUNG_TEST_DATA says where)`);

const IMAGES = 60;
const classes = "airplane automobile bird cat deer dog frog horse ship truck".split(" ");
const imagenet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
const cifar = { mean: [0.4914, 0.4822, 0.4465], std: [0.2023, 0.1994, 0.201] };
type Three = [number, number, number];

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

/** Right answers of 60, and whether the model was run one image at a time; `attempt` chooses order and batch, quietly. */
async function evaluate(file: string, scaling: typeof cifar, attempt: number | null) {
  const modelPath = join(wild, file);
  const { model } = await inspectModelFile({ path: modelPath, classes: 10 });
  const declared = { mean: scaling.mean as Three, std: scaling.std as Three };
  const completed = completePreprocessing({ declared, model: model!.input });
  if (!completed.ok) throw new Error(completed.problem);
  const { versionId } = frozen!;
  const counter = countCorrect(await store.loadLabels(versionId), 10);
  const random = seededRandom(attempt ?? 0);
  const { alone } = await evaluateShard({
    modelPath,
    shard: await store.openShard({ versionId, geometry: inputGeometry(completed.preprocessing) }),
    classes: 10,
    preprocessing: completed.preprocessing,
    sandbox,
    device: "cpu",
    batch: model!.input.batch ?? [16, 3, 8, 32][attempt ?? 0]!,
    quiet: attempt !== null,
    onScores: counter.record,
    onVoid: () => expect.unreachable(),
    ...(looksAcrossBatch(model!.operators) && { alone: true }),
    ...(attempt !== null && { order: secretPermutation(IMAGES, () => random.fraction()) }),
  });
  return { right: counter.tally().top1, alone };
}

const rows = [
  ["dynamic-int8-cifar10.onnx", imagenet, 48, true],
  ["in_batch_64.onnx", cifar, 40, false],
  ["out_N_C_1_1_undeclared.onnx", cifar, 40, false],
] as const;

describe.skipIf(absent)("60 images have one answer each", () => {
  test.each(rows)("%s", async (file, scaling, right, alone) => {
    expect(await evaluate(file, scaling, null)).toEqual({ right, alone });
    for (const attempt of [1, 2, 3]) expect(await evaluate(file, scaling, attempt)).toMatchObject({ right });
  });

  test("a softmax over the batch is found out: run one by one, all scores of an image tie", async () => {
    expect(await evaluate("softmax_axis0.onnx", cifar, null)).toEqual({ right: 8, alone: true });
  });
});
