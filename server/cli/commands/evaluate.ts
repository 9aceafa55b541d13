import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
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
import type { ModelSummary } from "../../onnx/inspection-schema";
import { fileTestSetStore } from "../../test-set-store/file-test-set-store";
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
}

/**
 * `rung evaluate`: scores a model file on images and prints `{total, top1, top5, imagesPerSecond}` (counts; top5 is null with
 * five classes or fewer; the speed is that of the run in the sandbox). It uses the worker's own code, with a temporary store.
 * Throws `model_refused`, `bad_input`, a `ModelFailure` with its message, or `UsageError`.
 */
export async function evaluate(argv: string[], io: Io): Promise<number> {
  const wanted = readWanted(argv);
  const classes = await readClassNames(wanted.classesPath);
  const model = await inspect(wanted.modelPath, classes.length, io);
  const completed = completePreprocessing({ declared: wanted.declared, model: model.input });
  if (!completed.ok) throw new RungError("bad_input", completed.problem, completed.hint);
  const root = await mkdtemp(join(tmpdir(), "rung-evaluate-"));
  try {
    const { shard, labels } = await prepareImages({ root, wanted, classes, completed, io });
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
    const imagesPerSecond = Math.round((images / elapsedMs) * 1e6) / 1e3;
    io.stdout(`${JSON.stringify({ total: tally.total, ...countsOf(tally), imagesPerSecond })}\n`);
    return 0;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
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
    modelPath: fromHere(model),
    images: fromHere(values.images),
    labelsPath: values.labels === undefined ? undefined : fromHere(values.labels),
    classesPath: fromHere(values.classes),
    declared: readPreprocessingFlags(values),
    device,
    threads,
  };
}

function fromHere(path: string): string {
  return resolve(env().workingDirectory, path);
}

async function inspect(path: string, classes: number, io: Io): Promise<ModelSummary> {
  await requireFile(path);
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
  const { versionId, warnings } = await store.freezeTestSet({
    source: wanted.images,
    labelsPath: wanted.labelsPath,
    classes,
    digestKey: randomBytes(32),
    auditFraction: 0,
  });
  for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
  const shard = await store.openShard({ versionId, geometry: inputGeometry(completed.preprocessing) });
  return { shard, labels: await store.loadLabels(versionId) };
}
