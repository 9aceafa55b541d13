import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chooseDevice } from "../../../workers/device/choose-device";
import { evaluateShard } from "../../../workers/model-run/evaluate-shard";
import { openSandbox } from "../../../workers/model-run/open-sandbox";
import { runtimeWarnings } from "../../../workers/model-run/runtime-warnings";
import { toldByInspection } from "../../../workers/model-run/told-by-inspection";
import { env } from "../../env";
import { countsOf } from "../../evaluation/by-metric";
import { countCorrect } from "../../evaluation/count-correct";
import { countTies } from "../../evaluation/count-ties";
import { inputGeometry } from "../../evaluation/input-geometry";
import type { DeclaredPreprocessing, Preprocessing } from "../../evaluation/preprocessing";
import { warnOfRun } from "../../evaluation/warn-of-run";
import { inspectModelFile } from "../../model-files/inspect-model-file";
import { assessModel } from "../../submissions/foresight/assess-model";
import { refusalOf } from "../../submissions/refusal-of";
import { fileTestSetStore } from "../../test-set-store/file-test-set-store";
import type { Io } from "../io";
import { needed } from "../needed";
import { onlyOne } from "../only-one";
import { preprocessingFlags, readPreprocessingFlags } from "../preprocessing-flags";
import { repository } from "../processes/repository";
import { readAll } from "../read-all";
import { readClassNames } from "../read-class-names";
import { requireFile } from "../require-file";
import { UsageError } from "../usage-error";

const devices = ["auto", "cuda", "webgpu", "cpu"] as const;
const mostThreads = 256;
const cifarSize: [number, number, number] = [3, 32, 32];

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
 * five classes or fewer; the speed is that of the run in the sandbox); warnings go to standard error. It uses the worker's own code, with a temporary store.
 * Throws `model_refused`, `bad_input`, a `ModelFailure` with its message, or `UsageError`.
 */
export async function evaluate(argv: string[], io: Io): Promise<number> {
  const wanted = readWanted(argv);
  const classes = await readClassNames(wanted.classesPath);
  const { model, preprocessing } = await assess(wanted, classes, io);
  const root = await mkdtemp(join(tmpdir(), "rung-evaluate-"));
  try {
    const { shard, labels } = await prepareImages({ root, wanted, classes, preprocessing, io });
    const sandbox = await openSandbox(env().sandbox, join(root, "cache"));
    const device = await chooseDevice({
      wanted: wanted.device,
      sandbox,
      log: (line) => io.stderr(`${line}\n`),
    });
    const counter = countCorrect(labels, classes.length);
    const ties = countTies();
    const { images, elapsedMs, alone, facts } = await evaluateShard({
      modelPath: wanted.modelPath,
      shard,
      classes: classes.length,
      preprocessing,
      sandbox,
      device,
      threads: wanted.threads,
      ...toldByInspection(model),
      quiet: false,
      onScores(image, scores) {
        counter.record(image, scores);
        ties.record(scores);
      },
    });
    const warnings = warnOfRun({ ...ties.tally(), alone });
    for (const { text, times } of runtimeWarnings(facts?.warned ?? ""))
      warnings.push(`onnxruntime says${times > 1 ? `, ${times} times` : ""}: ${text}`);
    for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
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
  const { images, ...read } = readAll({
    model: () => onlyOne(positionals),
    images: () => needed(values, "images"),
    classes: () => needed(values, "classes"),
    device: () => readDevice(values.device),
    threads: () => readThreads(values.threads),
    declared: () => readPreprocessingFlags(values),
  });
  return {
    modelPath: fromHere(read.model),
    images: fromHere(images),
    labelsPath: values.labels === undefined ? undefined : fromHere(values.labels),
    classesPath: fromHere(read.classes),
    declared: read.declared,
    device: read.device,
    threads: read.threads,
  };
}

function readDevice(text: string): Wanted["device"] {
  const device = devices.find((name) => name === text);
  if (device === undefined) throw new UsageError(`--device is one of ${devices.join(", ")}.`);
  return device;
}

function readThreads(text: string): number {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads)
    throw new UsageError(`--threads is a whole number from 1 to ${mostThreads}.`);
  return threads;
}

function fromHere(path: string): string {
  return resolve(env().workingDirectory, path);
}

async function assess({ modelPath, declared }: Wanted, classes: string[], io: Io) {
  await requireFile(modelPath);
  const inspection = await inspectModelFile({ path: modelPath, classes: classes.length, root: repository });
  const benchmark = { classes, inputSize: cifarSize };
  const { problems, notes, preprocessing } = assessModel({ inspection, declared, benchmark });
  for (const warning of inspection.warnings) io.stderr(`warning: ${warning}\n`);
  for (const note of notes) io.stderr(`note: ${note}\n`);
  if (preprocessing && inspection.model && problems.length === 0)
    return { model: inspection.model, preprocessing };
  throw refusalOf(inspection.accepted ? "bad_input" : "model_refused", problems);
}

async function prepareImages(given: {
  root: string;
  wanted: Wanted;
  classes: string[];
  preprocessing: Preprocessing;
  io: Io;
}) {
  const { root, wanted, classes, preprocessing, io } = given;
  const store = fileTestSetStore({ root, shardQuotaBytes: Number.POSITIVE_INFINITY });
  const { versionId, warnings } = await store.freezeTestSet({
    source: wanted.images,
    labelsPath: wanted.labelsPath,
    classes,
    digestKey: randomBytes(32),
    auditFraction: 0,
  });
  for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
  const shard = await store.openShard({ versionId, geometry: inputGeometry(preprocessing) });
  return { shard, labels: await store.loadLabels(versionId) };
}
