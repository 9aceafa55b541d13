import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect } from "vitest";
import { evaluate } from "@/server/cli/commands/evaluate";
import { completePreprocessing } from "@/server/evaluation/complete-preprocessing";
import { countCorrect } from "@/server/evaluation/count-correct";
import { inputGeometry } from "@/server/evaluation/input-geometry";
import type { DeclaredPreprocessing } from "@/server/evaluation/preprocessing";
import { inspectModelFile } from "@/server/model-files/inspect-model-file";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import { sharedFolderTest } from "../../fixtures/shared-folder-test";

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

const test = sharedFolderTest
  .extend("store", { scope: "file" }, ({ folder }) => fileTestSetStore({ root: join(folder, "store") }))
  .extend("versions", { scope: "file" }, async ({ store }) => {
    const freeze = async (name: string) => {
      const source = join(data, "cifar10", `${name}.tar`);
      const digestKey = Buffer.alloc(32, 1);
      return (await store.freezeTestSet({ source, classes, digestKey, auditFraction: 0 })).versionId;
    };
    return { original: await freeze("original"), new: await freeze("new") };
  })
  .extend("countOf", { scope: "file" }, ({ folder, store, versions }) => {
    return async (model: RealModel, testSet: "original" | "new"): Promise<number> => {
      const { accepted, refusals, model: found } = await inspectModelFile({ path: model.file, classes: 10 });
      expect(refusals).toEqual([]);
      expect(accepted).toBe(true);
      const completed = completePreprocessing({ declared: model.declared, model: found!.input });
      if (!completed.ok) throw new Error(JSON.stringify(completed.problems));
      const { preprocessing } = completed;
      const versionId = versions[testSet];
      const shard = await store.openShard({ versionId, geometry: inputGeometry(preprocessing) });
      const counter = countCorrect(await store.loadLabels(versionId), 10);
      await evaluateShard({
        modelPath: model.file,
        shard,
        classes: 10,
        preprocessing,
        sandbox: await openSandbox("auto", join(folder, "cache")),
        device: "cpu",
        quiet: false,
        onScores: counter.record,
      });
      return counter.tally().top1;
    };
  })
  .extend("runEvaluate", { scope: "file" }, ({ folder }) => async (...words: string[]) => {
    const classesFile = join(folder, "classes.txt");
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
  });

describe.skipIf(absent)("another program's counts", () => {
  describe.each(models)("of $name", (model) => {
    test.for(["original", "new"] as const)(
      "are ours on the %s test set, within 2",
      async (testSet, { countOf }) => {
        expect(Math.abs((await countOf(model, testSet)) - model.counts[testSet])).toBeLessThanOrEqual(2);
      },
    );
  });
});

describe.skipIf(absent)("rung evaluate", () => {
  test("prints the counts of a model and warns of classes without images", async ({ runEvaluate }) => {
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

  test.for([
    ["a text named .onnx", "sheenagaria_mnist-8_is_text.onnx"],
    ["a model without its weights", "swiftinfer_cifar10_missing_external_data.onnx"],
  ] as const)("refuses %s with a reason", async ([, file], { runEvaluate }) => {
    const { out, error } = await runEvaluate(join(data, "bad-models", file));
    expect(out).toBe("");
    expect(error).toMatchObject({ code: "model_refused", message: expect.stringMatching(/\w+ .*\./) });
  });
});
