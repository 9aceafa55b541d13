import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { RungError } from "../../errors";
import { type Training, trainings } from "../../evaluation/training";
import { type SubmissionView, submissionInputSchema } from "../../submissions/submission-schema";
import { askSite } from "../ask-site";
import { dataFileBeside } from "../data-file-beside";
import { endOfSubmission, followSubmission } from "../follow-submission";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { needed } from "../needed";
import { numberFlag } from "../number-flag";
import { onlyOne } from "../only-one";
import { preprocessingFlags, readPreprocessingFlags } from "../preprocessing-flags";
import { readAll } from "../read-all";
import { requireFile } from "../require-file";
import { requireToken } from "../require-token";
import { uploadModel } from "../upload-model";
import { UsageError } from "../usage-error";

/**
 * `rung submit`: uploads a model, with the data file beside it that it names (resuming if the connection breaks), submits it with the
 * token in RUNG_TOKEN, once however often it has to ask, writes the receipt into MODEL.receipt.json beside it and prints the
 * submission, with `--wait` once it has ended or waits for somebody. Exit code 0 if accepted (with `--wait`: climbed or held), else 1.
 */
export async function submit(argv: string[], io: Io): Promise<number> {
  const { modelPath, wait, url, submission } = readWanted(argv);
  const token = requireToken();
  const ask = askSite({ url, token });
  await requireFile(modelPath);
  const dataPath = await dataFileBeside(modelPath);
  const asks = submission.goOn === "ask";
  const way = { benchmark: submission.benchmark, asks, url, token };
  const upload = await uploadModel({ path: modelPath, ...way, onProgress: progressLines(io) });
  const data = dataPath && (await uploadModel({ path: dataPath, ...way, onProgress: progressLines(io) }));
  const sent = { ...submission, upload, data: data ?? undefined };
  let view = (await ask("POST", "/submissions", sent, randomUUID())) as SubmissionView;
  const { alreadyScored, receipt } = view;
  if (receipt) {
    const path = modelPath.replace(/(\.onnx)?$/, ".receipt.json");
    await writeFile(path, `${JSON.stringify(receipt)}\n`).catch((error: Error) =>
      io.stderr(`The receipt could not be written (${error.message}); the submission has it.\n`),
    );
  }
  if (wait) view = { ...(await followSubmission(view, ask, io)), alreadyScored };
  return endOfSubmission(view, { wait, io });
}

function readWanted(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      benchmark: { type: "string" },
      name: { type: "string" },
      paper: { type: "string" },
      code: { type: "string" },
      training: { type: "string" },
      "at-least": { type: "string" },
      "expected-original": { type: "string" },
      ask: { type: "boolean", default: false },
      url: { type: "string", default: "http://127.0.0.1:3000" },
      wait: { type: "boolean", default: false },
      ...preprocessingFlags,
    },
  });
  const { wait, paper, code } = values;
  const { model, url, ...declared } = readAll({
    model: () => onlyOne(positionals),
    url: () => readAddress("url", values.url),
    benchmark: () => needed(values, "benchmark"),
    name: () => needed(values, "name"),
    links: () => readAll({ paper: () => readAddress("paper", paper), code: () => readAddress("code", code) }),
    training: () => readTraining(values.training),
    atLeast: () => readAtLeast(values["at-least"]),
    preprocessing: () => readPreprocessingFlags(values),
    expectedOriginalAccuracy: () => readExpected(values["expected-original"]),
  });
  return {
    modelPath: inPlace(model),
    wait,
    url,
    submission: { ...declared, goOn: values.ask ? ("ask" as const) : (true as const) },
  };
}

function readAddress<Text extends string | undefined>(flag: string, text: Text): Text {
  if (text && !URL.canParse(text))
    throw new UsageError(`--${flag} takes an address like https://example.org.`);
  return text;
}

function readTraining(text: string | undefined): Training | null {
  const known = trainings.find((group) => group === text);
  if (text !== undefined && !known) throw new UsageError(`--training is one of ${trainings.join(", ")}.`);
  return known ?? null;
}

function readAtLeast(text: string | undefined): number | undefined {
  const atLeast = numberFlag("at-least", text);
  if (atLeast !== undefined && !submissionInputSchema.shape.atLeast.safeParse(atLeast).success)
    throw new UsageError("--at-least takes a whole number of steps, 1 or more.");
  return atLeast;
}

function readExpected(text: string | undefined): number | null {
  const expected = numberFlag("expected-original", text);
  if (expected === undefined) return null;
  if (expected >= 0 && expected <= 1) return expected;
  throw new RungError(
    "percent_given",
    `--expected-original takes a fraction, not ${text}.`,
    "Write 81 % as 0.81.",
  );
}

function progressLines(io: Io): (done: number) => void {
  let printed = -1;
  return (done) => {
    const tenth = Math.floor(done * 10);
    if (tenth === printed) return;
    printed = tenth;
    io.stderr(`uploaded ${tenth * 10} %\n`);
  };
}
