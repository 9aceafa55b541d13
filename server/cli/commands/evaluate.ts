import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { chooseDevice } from "../../../workers/device/choose-device";
import { evaluateShard } from "../../../workers/model-run/evaluate-shard";
import { looksAcrossBatch } from "../../../workers/model-run/looks-across-batch";
import { openSandbox } from "../../../workers/model-run/open-sandbox";
import { env } from "../../env";
import { RungError } from "../../errors";
import { countsOf } from "../../evaluation/by-metric";
import { completePreprocessing } from "../../evaluation/complete-preprocessing";
import { countCorrect } from "../../evaluation/count-correct";
import { inputGeometry } from "../../evaluation/input-geometry";
import type { DeclaredPreprocessing } from "../../evaluation/preprocessing";
import { inspectModelFile } from "../../model-files/inspect-model-file";
import { withOneFile } from "../../model-files/one-file/with-one-file";
import { requireRoom } from "../../model-store/require-room";
import { filePendingUploads } from "../../model-store/uploads/file-pending-uploads";
import type { ModelSummary } from "../../onnx/inspection-schema";
import { fileTestSetStore } from "../../test-set-store/file-test-set-store";
import { dataFileBeside } from "../data-file-beside";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { preprocessingFlags, readPreprocessingFlags } from "../preprocessing-flags";
import { repository } from "../processes/repository";
import { readClassNames } from "../read-class-names";
import { requireFile } from "../require-file";
import { UsageError } from "../usage-error";

const devices = ["auto", "cuda", "webgpu", "cpu"] as const;
const mostThreads = 256;

interface Wanted {
  modelPath: string;
  images: string;
  labelsPath: string | undefined;
  classesPath: string;
  declared: DeclaredPreprocessing;
  device: (typeof devices)[number];
  threads: number;
  predictionsPath: string | undefined;
}

/**
 * `rung evaluate`: scores a model file on images and prints `{total, top1, top5, imagesPerSecond}` (counts; top5 is null with
 * five classes or fewer; the speed is that of the run in the sandbox); with `--predictions`, each image's class goes into a file.
 * A data file that the model names is looked for beside it. It uses the worker's own code, with a temporary store.
 * Throws `model_refused`, `bad_input`, a `ModelFailure` with its message, or `UsageError`.
 */
export async function evaluate(argv: string[], io: Io): Promise<number> {
  const wanted = readWanted(argv);
  await requireFile(wanted.modelPath);
  const dataPath = await dataFileBeside(wanted.modelPath);
  const root = await mkdtemp(join(tmpdir(), "rung-evaluate-"));
  try {
    const order = {
      models: {
        requireRoom: (bytes: number) => requireRoom(root, bytes),
        uploads: filePendingUploads(join(root, "model")),
      },
      sent: {
        path: wanted.modelPath,
        data: dataPath === null ? null : { path: dataPath, name: basename(dataPath) },
      },
      mostBytes: env().maxModelBytes,
      root: repository,
    };
    return await withOneFile(order, (modelPath) => score({ ...wanted, modelPath }, root, io));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function score(wanted: Wanted, root: string, io: Io): Promise<number> {
  const classes = await readClassNames(wanted.classesPath);
  const model = await inspect(wanted.modelPath, classes.length, io);
  const completed = completePreprocessing({ declared: wanted.declared, model: model.input });
  if (!completed.ok) throw new RungError("bad_input", completed.problem, completed.hint);
  const { shard, labels, order } = await prepareImages({ root, wanted, classes, completed, io });
  const sandbox = await openSandbox(env().sandbox, join(root, "cache"));
  const device = await chooseDevice({
    wanted: wanted.device,
    sandbox,
    log: (line) => io.stderr(`${line}\n`),
  });
  const counter = countCorrect(labels, classes.length);
  const { images, elapsedMs } = await evaluateShard({
    modelPath: wanted.modelPath,
    shard,
    classes: classes.length,
    preprocessing: completed.preprocessing,
    sandbox,
    device,
    threads: wanted.threads,
    ...(looksAcrossBatch(model.operators) && { alone: true }),
    ...(model.input.batch && { batch: model.input.batch }),
    quiet: false,
    onScores: counter.record,
  });
  const tally = counter.tally();
  if (wanted.predictionsPath !== undefined)
    await writePredictions(wanted.predictionsPath, tally.predictions, order);
  const imagesPerSecond = Math.round((images / elapsedMs) * 1e6) / 1e3;
  io.stdout(`${JSON.stringify({ total: tally.total, ...countsOf(tally), imagesPerSecond })}\n`);
  return 0;
}

/** Writes a class index a line, -1 for none, in the order in which the images were given, not that of the version. */
async function writePredictions(path: string, predictions: Int32Array, order: readonly number[]) {
  const lines: number[] = [];
  order.forEach((given, place) => (lines[given] = predictions[place]!));
  await writeFile(path, lines.map((line) => `${line}\n`).join(""));
}

function readWanted(argv: string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      images: { type: "string" },
      classes: { type: "string" },
      labels: { type: "string" },
      device: { type: "string", default: "auto" },
      threads: { type: "string", default: "1" },
      predictions: { type: "string" },
      ...preprocessingFlags,
    },
  });
  const [model, ...more] = positionals;
  if (model === undefined || more.length > 0) throw new UsageError("Give one model file.");
  if (values.images === undefined || values.classes === undefined) {
    throw new UsageError("--images and --classes are needed.");
  }
  const device = devices.find((name) => name === values.device);
  if (device === undefined) throw new UsageError(`--device is one of ${devices.join(", ")}`);
  const threads = Number(values.threads);
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads) {
    throw new UsageError(`--threads is a whole number from 1 to ${mostThreads}`);
  }
  return {
    modelPath: inPlace(model),
    images: inPlace(values.images),
    labelsPath: values.labels === undefined ? undefined : inPlace(values.labels),
    classesPath: inPlace(values.classes),
    declared: readPreprocessingFlags(values),
    device,
    threads,
    predictionsPath: values.predictions === undefined ? undefined : inPlace(values.predictions),
  };
}

async function inspect(path: string, classes: number, io: Io): Promise<ModelSummary> {
  const { accepted, refusals, warnings, model } = await inspectModelFile({ path, classes, root: repository });
  for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
  if (accepted && model) return model;
  const sentences = refusals.map(({ sentence, where }) => (where ? `${sentence} (${where})` : sentence));
  throw new RungError("model_refused", sentences.join(" "), refusals.map(({ hint }) => hint).join(" "));
}

async function prepareImages(given: {
  root: string;
  wanted: Wanted;
  classes: string[];
  completed: Extract<ReturnType<typeof completePreprocessing>, { ok: true }>;
  io: Io;
}) {
  const { root, wanted, classes, completed, io } = given;
  const store = fileTestSetStore({ root, shardQuotaBytes: Number.POSITIVE_INFINITY });
  const { versionId, warnings, order } = await store.freezeTestSet({
    source: wanted.images,
    labelsPath: wanted.labelsPath,
    classes,
    digestKey: randomBytes(32),
    auditFraction: 0,
  });
  for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
  const shard = await store.openShard({ versionId, geometry: inputGeometry(completed.preprocessing) });
  return { shard, order, labels: await store.loadLabels(versionId) };
}
