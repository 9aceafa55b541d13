import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
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
import type { Preprocessing } from "../../evaluation/preprocessing";
import { warnOfRun } from "../../evaluation/warn-of-run";
import { inspectModelFile } from "../../model-files/inspect-model-file";
import { withOneFile } from "../../model-files/one-file/with-one-file";
import { filePendingUploads } from "../../model-store/uploads/file-pending-uploads";
import { assessModel } from "../../submissions/foresight/assess-model";
import { refusalOf } from "../../submissions/refusal-of";
import { fileTestSetStore } from "../../test-set-store/file-test-set-store";
import { dataFileBeside } from "../data-file-beside";
import type { Io } from "../io";
import { repository } from "../processes/repository";
import { readClassNames } from "../read-class-names";
import { type EvaluationFlags, readEvaluationFlags } from "../read-evaluation-flags";
import { requireFile } from "../require-file";

const cifarSize: [number, number, number] = [3, 32, 32];

/**
 * `rung evaluate`: scores a model file on images and prints `{total, top1, top5, imagesPerSecond}` (counts; top5 is null with
 * five classes or fewer; the speed is that of the run in the sandbox); warnings go to standard error. With `--predictions`, each
 * image's class goes into a file. A data file that the model names is looked for beside it. It uses the worker's own code, with a
 * temporary store.
 * Throws `model_refused`, `bad_input`, a `ModelFailure` with its message, or `UsageError`.
 */
export async function evaluate(argv: string[], io: Io): Promise<number> {
  const wanted = readEvaluationFlags(argv);
  await requireFile(wanted.modelPath);
  const dataPath = await dataFileBeside(wanted.modelPath);
  const root = await mkdtemp(join(tmpdir(), "rung-evaluate-"));
  try {
    const folder = filePendingUploads(join(root, "model"));
    const id = randomBytes(16).toString("hex");
    const order = {
      scratch: {
        // A full disk says so itself, and what was written goes with the folder.
        reserve: async () => {},
        withFile: <Result>(use: (path: string) => Promise<Result>) => folder.withFile(id, use),
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

async function score(wanted: EvaluationFlags, root: string, io: Io): Promise<number> {
  const classes = await readClassNames(wanted.classesPath);
  const { model, preprocessing } = await assess(wanted, classes, io);
  const { shard, labels, order } = await prepareImages({ root, wanted, classes, preprocessing, io });
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

async function assess({ modelPath, declared }: EvaluationFlags, classes: string[], io: Io) {
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
  wanted: EvaluationFlags;
  classes: string[];
  preprocessing: Preprocessing;
  io: Io;
}) {
  const { root, wanted, classes, preprocessing, io } = given;
  const store = fileTestSetStore({ root, shardQuotaBytes: Number.POSITIVE_INFINITY });
  const { versionId, warnings, order } = await store.freezeTestSet({
    source: wanted.images,
    labelsPath: wanted.labelsPath,
    classes,
    digestKey: randomBytes(32),
    auditFraction: 0,
  });
  for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
  const shard = await store.openShard({ versionId, geometry: inputGeometry(preprocessing) });
  return { shard, order, labels: await store.loadLabels(versionId) };
}
