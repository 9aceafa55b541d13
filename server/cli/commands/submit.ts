import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { RungError } from "../../errors";
import { type SubmissionView, submissionInputSchema } from "../../submissions/submission-schema";
import { askSite } from "../ask-site";
import { endOfSubmission, followSubmission } from "../follow-submission";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { numberFlag } from "../number-flag";
import { preprocessingFlags, readPreprocessingFlags } from "../preprocessing-flags";
import { requireToken } from "../require-token";
import { uploadModel } from "../upload-model";
import { UsageError } from "../usage-error";

/**
 * `rung submit`: uploads a model (resuming if the connection breaks), submits it with the token in RUNG_TOKEN, writes the receipt into
 * MODEL.receipt.json beside it and prints the submission, with `--wait` once it has ended or waits for somebody. Exit code 0 if accepted (with `--wait`: climbed or held), else 1.
 */
export async function submit(argv: string[], io: Io): Promise<number> {
  const { modelPath, wait, url, submission } = readWanted(argv);
  const token = requireToken();
  const ask = askSite({ url, token });
  const upload = await uploadModel({
    path: modelPath,
    benchmark: submission.benchmark,
    asks: submission.goOn === "ask",
    url,
    token,
    onProgress: progressLines(io),
  });
  let view = (await ask("POST", "/submissions", { ...submission, upload })) as SubmissionView;
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
      "at-least": { type: "string" },
      "expected-original": { type: "string" },
      ask: { type: "boolean", default: false },
      url: { type: "string", default: "http://127.0.0.1:3000" },
      wait: { type: "boolean", default: false },
      ...preprocessingFlags,
    },
  });
  const [model, ...more] = positionals;
  const { benchmark, name, paper, code, url, wait } = values;
  if (!model || more.length > 0) throw new UsageError("Give one model file.");
  if (!benchmark || !name) throw new UsageError("--benchmark and --name are needed.");
  if (!URL.canParse(url)) throw new UsageError("--url takes an address like http://127.0.0.1:3000.");
  for (const [flag, link] of Object.entries({ paper, code })) {
    if (link && !URL.canParse(link))
      throw new UsageError(`--${flag} takes an address like https://example.org.`);
  }
  const atLeast = numberFlag("at-least", values["at-least"]);
  if (atLeast !== undefined && !submissionInputSchema.shape.atLeast.safeParse(atLeast).success)
    throw new UsageError("--at-least takes a whole number of steps, 1 or more.");
  const expectedOriginalAccuracy = readExpected(values["expected-original"]);
  const goOn = values.ask ? "ask" : true;
  const preprocessing = readPreprocessingFlags(values);
  return {
    modelPath: inPlace(model),
    wait,
    url,
    submission: {
      benchmark,
      name,
      preprocessing,
      atLeast,
      links: { paper, code },
      expectedOriginalAccuracy,
      goOn,
    },
  };
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
