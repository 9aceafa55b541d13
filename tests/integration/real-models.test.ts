import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "@/server/cli/commands/evaluate";
import { completePreprocessing } from "@/server/evaluation/complete-preprocessing";
import { countCorrect } from "@/server/evaluation/count-correct";
import { inputGeometry } from "@/server/evaluation/input-geometry";
import type { DeclaredPreprocessing } from "@/server/evaluation/preprocessing";
import { inspectModelFile } from "@/server/model-files/inspect-model-file";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { openSandbox } from "@/workers/model-run/open-sandbox";

const data = resolve(process.env.RUNG_TEST_DATA ?? "../shared/data");
const absent = !existsSync(join(data, "models", "models.csv"));
if (absent) console.warn(`skipped: no real models in ${data} (RUNG_TEST_DATA says where they are)`);

const classes = "airplane automobile bird cat deer dog frog horse ship truck".split(" ");
const models = absent ? [] : readModels();

interface RealModel {
  name: string;
  file: string;
  declared: DeclaredPreprocessing & { mean: [number, number, number]; std: [number, number, number] };
  counts: { original: number; new: number };
}

function readModels(): RealModel[] {
  const [, ...rows] = readFileSync(join(data, "models", "models.csv"), "utf8")
    .trim()
    .split("\n");
  return rows.map((row) => {
    const [file, layout, , mean, std, , original, , onNew] = row.split(",");
    const declared = { layout: layout as "NCHW" | "NHWC", mean: threeOf(mean!), std: threeOf(std!) };
    return {
      name: file!,
      file: join(data, "models", file!),
      declared,
      counts: { original: Number(original), new: Number(onNew) },
    };
  });
}

function threeOf(text: string): [number, number, number] {
  const [red, green, blue] = text.split(" ").map(Number);
  return [red!, green!, blue!];
}

let place: string;
const versions: Record<string, string> = {};

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "rung-real-"));
  if (absent) return;
  for (const name of ["original", "new"]) {
    const { versionId } = await store().freezeTestSet({
      source: join(data, "cifar10", `${name}.tar`),
      classes,
      digestKey: Buffer.alloc(32, 1),
      auditFraction: 0,
    });
    versions[name] = versionId;
  }
});
afterAll(() => rm(place, { recursive: true }));

const store = () => fileTestSetStore({ root: join(place, "store") });

async function countOf(model: RealModel, testSet: string): Promise<number> {
  const { accepted, refusals, model: found } = await inspectModelFile({ path: model.file, classes: 10 });
  expect(refusals).toEqual([]);
  expect(accepted).toBe(true);
  const completed = completePreprocessing({ declared: model.declared, model: found!.input });
  if (!completed.ok) throw new Error(completed.problem);
  const { preprocessing } = completed;
  const versionId = versions[testSet]!;
  const shard = await store().openShard({ versionId, geometry: inputGeometry(preprocessing) });
  const counter = countCorrect(await store().loadLabels(versionId), 10);
  await evaluateShard({
    modelPath: model.file,
    shard,
    classes: 10,
    preprocessing,
    sandbox: await openSandbox("auto", join(place, "cache")),
    device: "cpu",
    quiet: false,
    onScores: counter.record,
  });
  return counter.tally().top1;
}

describe.skipIf(absent)("another program's counts", () => {
  describe.each(models)("of $name", (model) => {
    test.each(["original", "new"] as const)("are ours on the %s test set, within 2", async (testSet) => {
      expect(Math.abs((await countOf(model, testSet)) - model.counts[testSet])).toBeLessThanOrEqual(2);
    });
  });
});

async function runEvaluate(...words: string[]) {
  const classesFile = join(place, "classes.txt");
  await writeFile(classesFile, `${classes.join("\n")}\n`);
  let out = "";
  let err = "";
  const io = {
    stdin: process.stdin,
    stdout: (text: string) => (out += text),
    stderr: (text: string) => (err += text),
  };
  const images = join(data, "cifar10", "new.tar");
  const argv = [...words, "--images", images, "--classes", classesFile, "--device", "cpu"];
  const error = await evaluate(argv, io as Parameters<typeof evaluate>[1]).then(
    () => null,
    (thrown: Error) => thrown,
  );
  return { out, err, error };
}

describe.skipIf(absent)("rung evaluate", () => {
  test("prints the counts of a model and warns of classes without images", async () => {
    const [model] = models;
    const { out, err } = await runEvaluate(model!.file);
    const printed = JSON.parse(out);
    expect(printed).toMatchObject({
      total: 1600,
      top5: expect.any(Number),
      imagesPerSecond: expect.any(Number),
    });
    expect(Math.abs(printed.top1 - model!.counts.new)).toBeLessThanOrEqual(2);
    expect(err).toMatch(/"airplane" has no images/);
  });

  test.each([
    ["a text named .onnx", "sheenagaria_mnist-8_is_text.onnx"],
    ["a model without its weights", "swiftinfer_cifar10_missing_external_data.onnx"],
  ])("refuses %s with a reason", async (_, file) => {
    const { out, error } = await runEvaluate(join(data, "bad-models", file));
    expect(out).toBe("");
    expect(error).toMatchObject({ code: "model_refused", message: expect.stringMatching(/\w+ .*\./) });
  });
});
