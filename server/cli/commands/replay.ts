import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Io } from "@/server/cli/io";
import { type BitVector, bitsFromText } from "@/server/release/bit-vector";
import { freshLadder, type LadderState, rungLoss } from "@/server/release/ladder-state";
import { parsePolicy } from "@/server/release/parse-policy";
import type { Policy } from "@/server/release/policy";
import { rationalToNumber, rationalToText } from "@/server/release/rational";
import { LadderInputError, type LadderSubmission, stepLadder } from "@/server/release/step-ladder";

type Ladder = { state: LadderState; baseline: BitVector | null; total: number | null };

const usage = "usage: rung replay --policy '{..}' [--scope team|global] < submissions.jsonl";

const lineSchema = z.object({
  team: z.union([z.string(), z.number()], "a string or a number is needed"),
  submission: z.union([z.string(), z.number()], "a string or a number is needed"),
  wrong: z.string("a string of 0s and 1s is needed").optional(),
  errors: z.number("a number is needed").optional(),
  total: z.number("a number is needed").optional(),
  noise: z.int("a whole number is needed").nullish(),
  atLeast: z.int("a whole number of steps is needed").nullish(),
});
type Line = z.infer<typeof lineSchema>;

/**
 * `rung replay`: steps the ladder of every team (or one ladder for all) through submissions, one JSON line each, and prints each
 * decision with the rung after it. Exit code 1 at the first bad line or for a refused policy, 2 for bad usage.
 */
export async function replay(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  if ("problem" in options) {
    io.stderr(`error: ${options.problem}\n${options.code === 2 ? `${usage}\n` : ""}`);
    return options.code;
  }
  const ladders = new Map<string, Ladder>();
  let number = 0;
  for await (const text of createInterface({ input: Readable.from(io.stdin), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === "") continue;
    const line = readLine(text);
    const result = "problem" in line ? line : replayLine(line, options, ladders);
    if ("problem" in result) {
      io.stderr(`error: line ${number}: ${result.problem}\n`);
      return 1;
    }
    io.stdout(`${JSON.stringify(result)}\n`);
  }
  return 0;
}

type Options = { policy: Policy; scope: "team" | "global" };

function readOptions(argv: string[]): Options | { problem: string; code: 1 | 2 } {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { policy: { type: "string" }, scope: { type: "string", default: "team" } },
    });
    const { policy, scope } = values;
    if (policy === undefined) return { problem: "--policy is needed", code: 2 };
    if (scope !== "team" && scope !== "global") return { problem: "--scope is team or global", code: 2 };
    const parsed = parsePolicy(policy);
    return "problem" in parsed ? { ...parsed, code: 1 } : { ...parsed, scope };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), code: 2 };
  }
}

function readLine(text: string): Line | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "not JSON" };
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return { problem: `${issue?.path.join(".") || "line"}: ${issue?.message}` };
}

function replayLine(line: Line, { policy, scope }: Options, ladders: Map<string, Ladder>) {
  const submission = readSubmission(line);
  if ("problem" in submission) return submission;
  const key = scope === "team" ? JSON.stringify(line.team) : "";
  const ladder = ladders.get(key) ?? { state: freshLadder, baseline: null, total: null };
  try {
    const step = stepLadder({
      policy,
      ...ladder,
      submission,
      noise: line.noise ?? 0,
      atLeast: line.atLeast ?? undefined,
    });
    const { total } = step.trace;
    if (ladder.total !== null && ladder.total !== total) {
      return { problem: `the ladder has ${ladder.total} images, this line ${total}` };
    }
    ladders.set(key, { state: step.state, baseline: step.baseline, total });
    return describe(line, step.decision, step.state);
  } catch (error) {
    if (error instanceof LadderInputError) return { problem: error.message };
    throw error;
  }
}

function readSubmission({ wrong, errors, total }: Line): LadderSubmission | { problem: string } {
  if (wrong !== undefined) {
    const bits = bitsFromText(wrong);
    return bits ? { wrong: bits } : { problem: "wrong must be a string of 0s and 1s, one for each image" };
  }
  return errors !== undefined && total !== undefined
    ? { errors, total }
    : { problem: "needs wrong, or errors and total" };
}

function describe({ team, submission }: Line, decision: "climbed" | "held", state: LadderState) {
  const loss = rungLoss(state);
  const rung = loss && {
    loss: rationalToText(loss),
    accuracy: Math.max(0, rationalToNumber({ ...loss, numerator: loss.denominator - loss.numerator })),
  };
  return { team, submission, decision, closed: state.closed, rung };
}
