import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inputGeometry } from "@/server/evaluation/input-geometry";
import { settingOf } from "@/server/evaluation/setting-of";
import { inspectModelFile } from "@/server/model-files/inspect-model-file";
import { bytesSource } from "@/server/onnx/byte-source";
import { inspectModel } from "@/server/onnx/inspect-model";
import { inspectionSchema } from "@/server/onnx/inspection-schema";
import { writeModel } from "@/server/onnx/write-model";
import { assessModel } from "@/server/submissions/foresight/assess-model";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { ModelFailure } from "@/workers/model-run/model-failure";
import { toldByInspection } from "@/workers/model-run/told-by-inspection";
import type { Sandbox } from "@/workers/sandbox/launch";
import { externalModels } from "../../fixtures/onnx/external-models";
import { mutate } from "../../fixtures/onnx/mutate";
import { mutateGraph } from "../../fixtures/onnx/mutate-graph";
import { classifierWith, oddClassifier, smallClassifier } from "../../fixtures/onnx/small-classifier";
import { tenClasses } from "../../fixtures/ten-classes";
import { writeCoupledModel } from "../../fixtures/write-coupled-model";
import { writeDenseModel } from "../../fixtures/write-dense-model";
import { writeHostileModel } from "../../fixtures/write-hostile-model";
import { writeMeanModel } from "../../fixtures/write-mean-model";
import type { End, InputKind } from "./input-kind";
import { isRefusal } from "./is-refusal";

const LIMITS = { memoryBytes: 2 * 2 ** 30, loadMs: 5_000, chunkMs: 500, imageMs: 20 };
/** So many of them are inspected in a process of their own, as the product does; the others here, which takes a hundredth. */
const IN_A_PROCESS = 0.02;

/** Small models of all kinds, of three and of ten classes. */
const modelSeeds = (): Uint8Array[] => [
  writeModel(smallClassifier),
  withFunction(),
  nestedModel(),
  ...Object.values(externalModels).map((build) => build()),
  readFileSync("server/seed/models/random-features-108.onnx"),
  ...(["nothing", "nan", "loop", "allocate", "crash", "throw"] as const).map((deed) =>
    writeHostileModel(deed, "N"),
  ),
  ...(["quantised", "softmax", "marked"] as const).map((coupling) => writeCoupledModel(coupling)),
  writeDenseModel(),
  writeMeanModel(),
];

/** Model files: inspected, and where inspection accepts them run in the sandbox on images of a test set. */
export async function modelInputs(given: {
  folder: string;
  sandbox: Sandbox;
  /** a source of four images */
  images: string;
  classNames: string[];
}): Promise<InputKind> {
  const { folder, sandbox, images, classNames } = given;
  const store = fileTestSetStore({ root: join(folder, "set"), shardQuotaBytes: 2 ** 28 });
  const digestKey = Buffer.alloc(32, 1);
  const { versionId } = await store.freezeTestSet({
    source: images,
    classes: classNames,
    digestKey,
    auditFraction: 0,
  });
  const seeds = modelSeeds();
  const sound = seeds.filter((bytes) =>
    [3, 10].some((classes) => inspectModel({ source: bytesSource(bytes), classes }).accepted),
  );
  let written = 0;

  async function inspected(path: string, bytes: Uint8Array, classes: number, random: () => number) {
    if (random() > IN_A_PROCESS)
      return inspectionSchema.parse(inspectModel({ source: bytesSource(bytes), classes }));
    await writeFile(path, bytes);
    return await inspectModelFile({ path, classes });
  }

  async function ended(path: string, bytes: Uint8Array, random: () => number): Promise<End> {
    const classes = random() < 0.5 ? tenClasses : tenClasses.slice(0, 3);
    const inspection = await inspected(path, bytes, classes.length, random);
    if (!inspection.accepted) return "refused";
    const declared = { mean: [0, 0, 0], std: [1, 1, 1] };
    const benchmark = { classes, inputSize: [3, 8, 8] as [number, number, number] };
    const { problems, preprocessing } = assessModel({ inspection, declared, benchmark });
    if (problems.length > 0) return "refused";
    await writeFile(path, bytes);
    try {
      await evaluateShard({
        modelPath: path,
        shard: await store.openShard({ versionId, geometry: inputGeometry(preprocessing!) }),
        classes: classes.length,
        preprocessing: settingOf(preprocessing!),
        sandbox,
        device: "cpu",
        ...toldByInspection(inspection.model!),
        quiet: false,
        limits: LIMITS,
        batch: 4,
        onScores: () => {},
      });
      return "taken";
    } catch (error) {
      if (error instanceof ModelFailure) return "failed";
      if (isRefusal(error)) return "refused";
      throw error;
    }
  }

  return {
    name: "models",
    share: 35,
    atOnce: 4,
    draw(random) {
      const way = random();
      if (way < 0.6) return mutateGraph(sound, random);
      return way < 0.8 ? mutate(sound, random, 1) : mutate(seeds, random);
    },
    async judge(bytes, random) {
      const path = join(folder, `${(written += 1)}.onnx`);
      try {
        return await ended(path, bytes, random);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

function withFunction(): Uint8Array {
  return oddClassifier((model) => {
    const body = [{ opType: "Relu", input: ["x"], output: ["y"] }];
    const f = { name: "f", domain: "local", input: ["x"], output: ["y"], node: body };
    model.functions = [{ ...f, opsetImport: [{ domain: "", version: 17 }] }] as never;
    model.opsetImport.push({ domain: "local", version: 1 } as never);
    model.graph.node.unshift({ opType: "f", domain: "local", input: ["image"], output: ["same"] } as never);
  });
}

function nestedModel(): Uint8Array {
  const branch = { name: "branch", node: [{ opType: "Relu", input: ["flat"], output: ["r"] }] };
  return classifierWith({ opType: "If", attribute: [{ name: "then_branch", type: 5, g: branch }] });
}
