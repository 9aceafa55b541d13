import { childExits } from "../sandbox/child-protocol";
import { cleanRuntimeWords } from "./clean-runtime-words";
import { cureForLoading } from "./cure-for-loading";
import type { Ending } from "./model-child";
import { ModelFailure } from "./model-failure";

interface Circumstances {
  /** "while loading", "on image 17 of 100" */
  where: string;
  memoryBytes: number;
  /** the processor time that it had for this */
  allowedMs: number;
}

const OUT_OF_MEMORY = /failed to allocate|bad.?alloc|out of memory|allocation failed/i;
const SIGNALS: Record<string, number> = {
  SIGILL: 4,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGXCPU: 24,
};

/** The explanation for an author whose model ended on public images. */
export function explainEnding(
  ending: Ending,
  { where, memoryBytes, allowedMs }: Circumstances,
): ModelFailure {
  if (ending.kind === "time") {
    return new ModelFailure(
      "time",
      `The model did not answer within ${seconds(allowedMs)} of processor time ${where}.`,
      "Look for a loop that never ends (Loop, While), or export a smaller model.",
    );
  }
  if (ending.kind === "asleep") {
    return new ModelFailure(
      "time",
      `The model fell asleep ${where}: for a minute it did nothing and gave no answer.`,
      "Run it with onnxruntime on your own machine; its threads wait for each other.",
    );
  }
  if (ending.kind === "memory" || (ending.kind === "exit" && OUT_OF_MEMORY.test(ending.said))) {
    return new ModelFailure(
      "memory",
      `The model exceeded its memory limit of ${gibibytes(memoryBytes)} ${where}.`,
      "Look for an operator that creates a very large tensor (Expand, Tile, ConstantOfShape, Resize).",
    );
  }
  if (ending.kind === "excess") {
    return new ModelFailure(
      "run",
      `The model returned more than was requested ${where}.`,
      "Export it again.",
    );
  }
  return explainExit(ending, where);
}

function explainExit({ code, signal, said }: Extract<Ending, { kind: "exit" }>, where: string): ModelFailure {
  const words = cleanRuntimeWords(said);
  if (code === childExits.loadFailed) {
    const sentence = `The runtime cannot load the model. ${quoted(words)}`;
    return new ModelFailure("load", sentence, cureForLoading(words));
  }
  if (code === childExits.wrongOutput) {
    return new ModelFailure(
      "output",
      `The model's output has the wrong shape ${where}: ${words}.`,
      "Export one output of shape [N, classes] or [classes].",
    );
  }
  if (code === childExits.runFailed) {
    return new ModelFailure(
      "run",
      `The model stopped with an error ${where}. ${quoted(words)}`,
      "Run it with onnxruntime on your own machine, on one image of this size and on several.",
    );
  }
  const number = signal === null ? (code ?? 0) - 128 : SIGNALS[signal];
  if (number === SIGNALS.SIGXCPU || number === SIGNALS.SIGKILL) {
    return new ModelFailure(
      "time",
      `The model was stopped ${where}: it had used up its CPU time.`,
      "Look for a loop that never ends (Loop, While), or export a smaller model.",
    );
  }
  return new ModelFailure(
    "crash",
    `The model crashed the runtime ${where}.`,
    "Run it with onnxruntime on your own machine: an operator probably reads outside its input, or recurses without end.",
  );
}

const quoted = (words: string) =>
  words ? `onnxruntime says: ${words.replace(/[.]?$/, ".")}` : "onnxruntime gave no reason.";
const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`;
const gibibytes = (bytes: number) => `${Math.round((bytes / 2 ** 30) * 10) / 10} GiB`;
