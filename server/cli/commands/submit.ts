import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { env } from "../../env";
import { RungError } from "../../errors";
import { type SubmissionView, submissionInputSchema } from "../../submissions/submission-schema";
import { type AskSite, askSite } from "../ask-site";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { numberFlag } from "../number-flag";
import { preprocessingFlags, readPreprocessingFlags } from "../preprocessing-flags";
import { uploadModel } from "../upload-model";
import { UsageError } from "../usage-error";

const pollMs = 1000;
const over = new Set(["refused", "awaiting-approval", "scored", "failed", "withdrawn", "disqualified"]);

/**
 * `rung submit`: uploads a model (resuming if the connection breaks), submits it with the token in RUNG_TOKEN and prints the
 * submission, with `--wait` once it has ended. Exit code 0 if accepted (with `--wait`: climbed or held), else 1.
 */
export async function submit(argv: string[], io: Io): Promise<number> {
  const { modelPath, wait, url, submission } = readWanted(argv);
  const { token } = env();
  if (!token) {
    throw new RungError(
      "sign_in_needed",
      "RUNG_TOKEN is not set.",
      "Create a token with `npm run -s rung -- token create --user NAME`, or on the site.",
    );
  }
  const ask = askSite({ url, token });
  const upload = await uploadModel({
    path: modelPath,
    benchmark: submission.benchmark,
    url,
    token,
    onProgress: progressLines(io),
  });
  let view = (await ask("POST", "/submissions", { ...submission, upload })) as SubmissionView;
  if (wait) view = await waitFor(view, ask, io);
  io.stdout(`${JSON.stringify(view)}\n`);
  if (view.refusal) io.stderr(`error: ${view.refusal.message}\n${view.refusal.hint}\n`);
  return (wait ? view.state === "scored" : view.state !== "refused") ? 0 : 1;
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
  const preprocessing = readPreprocessingFlags(values);
  return {
    modelPath: inPlace(model),
    wait,
    url,
    submission: { benchmark, name, preprocessing, atLeast, links: { paper, code } },
  };
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

async function waitFor(first: SubmissionView, ask: AskSite, io: Io): Promise<SubmissionView> {
  let view = first;
  let printed = "";
  while (!over.has(view.state)) {
    const position = view.queuePosition === null ? "" : ` (position ${view.queuePosition})`;
    const line = `${view.state}${position}\n`;
    if (line !== printed) io.stderr(line);
    printed = line;
    await sleep(pollMs);
    view = (await ask("GET", `/submissions/${view.id}`)) as SubmissionView;
  }
  return view;
}
