import { setTimeout as sleep } from "node:timers/promises";
import type { SubmissionView } from "../submissions/submission-schema";
import type { AskSite } from "./ask-site";
import type { Io } from "./io";
import { sayTrouble } from "./say-trouble";

const pollMs = 1000;
const moving = new Set(["inspecting", "queued", "evaluating"]);

/** Looks at a submission, telling how it goes, until it has ended or waits for somebody. */
export async function followSubmission(
  first: SubmissionView,
  ask: AskSite,
  io: Pick<Io, "stderr">,
): Promise<SubmissionView> {
  let view = first;
  let printed = "";
  while (moving.has(view.state)) {
    const position = view.queuePosition === null ? "" : ` (position ${view.queuePosition})`;
    const line = `${view.state}${position}\n`;
    if (line !== printed) io.stderr(line);
    printed = line;
    await sleep(pollMs);
    view = (await ask("GET", `/submissions/${view.id}`)) as SubmissionView;
  }
  return view;
}

/** Prints a submission, and in words what is wrong or to do; the exit code is 0 if it was accepted, or with `wait` climbed or held. */
export function endOfSubmission(
  view: SubmissionView,
  { wait, io }: { wait: boolean; io: Pick<Io, "stdout" | "stderr"> },
): number {
  io.stdout(`${JSON.stringify(view)}\n`);
  if (view.alreadyScored)
    io.stderr("You have submitted this model before: this is its answer. Nothing is spent.\n");
  if (view.refusal) io.stderr(sayTrouble(view.refusal));
  if (view.fileRemovedAt)
    io.stderr(`Its file is removed at ${view.fileRemovedAt}; to submit it again, upload it again.\n`);
  if (wait && view.state === "waiting-for-you") {
    const { message, hint } = view.advice ?? { message: "It waits for you.", hint: "" };
    const goOn = `npm run -s rung -- go-on ${view.id}`;
    const ways = view.advice?.better
      ? `With that preprocessing: ${goOn} --as-advised\nAs declared: ${goOn}\n`
      : `To spend it: ${goOn}\n`;
    io.stderr(`error: ${message}\n${hint}\n${ways}`);
  }
  return (wait ? view.state === "scored" : view.state !== "refused") ? 0 : 1;
}
