import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { ALONE_BIT, type ChildRequest, LOADED, STARTED, STATUS_FILE } from "../sandbox/child-protocol";
import { launch, modelInside, type Sandbox, stop } from "../sandbox/launch";
import type { ResourceLimits } from "../sandbox/resource-limits";
import { peakBytes } from "./peak-bytes";
import { LOOK_EVERY_MS, processorMeter } from "./processor-meter";
import type { ProcessorUse } from "./processor-use";
import { sleepWatch } from "./sleep-watch";
import { watchMemory } from "./watch-memory";

/** Why a child gave no answer. `said` is empty if it was started as quiet. */
export type Ending =
  | { kind: "exit"; code: number | null; signal: NodeJS.Signals | null; said: string }
  /** it used up the processor time for what it was to do now, or for everything */
  | { kind: "time"; of: "step" | "all" }
  | { kind: "asleep" }
  | { kind: "memory" }
  | { kind: "excess" };

/** Looks at what a child has used, every now and then, and says what is too much. Time of the clock is no reason. */
export type Judge = (use: ProcessorUse) => Ending | null;

const MOST_SAID = 4000;
const MOST_WARNED = 64_000;

interface Start {
  sandbox: Sandbox;
  processors?: string | null;
  model: string;
  request: Omit<ChildRequest, "modelPath">;
  /** the image that fills batches */
  padding: Uint8Array;
  limits: ResourceLimits;
  /** resident memory is watched if address space cannot be limited */
  residentBytes: number | null;
}

/** A running model: pixels go in by `send`, score frames come out of `receive` in the same order. */
export function startModelChild({
  sandbox,
  processors,
  model,
  request,
  padding,
  limits,
  residentBytes,
}: Start) {
  const child = launch({ sandbox, processors, limits, provider: request.provider, model });
  // A graphics card works while its process sleeps.
  const sleeps = request.provider === "cpu";
  const input = child.stdin!;
  const output = child.stdout!;
  const errors = child.stderr!;
  const status = child.stdio[STATUS_FILE] as Readable;
  let ending: Ending | null = null;
  let started = false;
  let loaded = false;
  let words = "";
  let noise = "";
  let owed = 0;
  let arrived = 0;
  const parts: Buffer[] = [];
  const meter = processorMeter(child.pid);
  let wake: (() => void) | null = null;

  const heard = (before: string, part: Buffer, most: number) =>
    request.quiet ? "" : `${before}${part.toString()}`.slice(0, most);

  function end(cause: Ending): void {
    ending ??= cause;
    stop(child);
    wake?.();
  }

  output.on("data", (part: Buffer) => {
    if (part.length > owed) return end({ kind: "excess" });
    owed -= part.length;
    arrived += part.length;
    parts.push(part);
    wake?.();
  });
  status.on("data", (part: Buffer) => {
    let rest = part;
    if (!started && rest[0] === STARTED) [started, rest] = [true, rest.subarray(1)];
    if (!loaded && rest[0] === LOADED) [loaded, rest] = [true, rest.subarray(1)];
    words = heard(words, rest, MOST_SAID);
    wake?.();
  });
  errors.on("data", (part: Buffer) => {
    noise = heard(noise, part, MOST_WARNED);
  });
  // A child may die while being written to: its exit says why.
  for (const stream of [input, output, errors, status]) stream.on("error", () => {});
  child.on("error", (fault) => end({ kind: "exit", code: null, signal: null, said: fault.message }));
  const closed = new Promise<void>((resolve) => {
    child.on("close", (code, signal) => {
      end({ kind: "exit", code, signal, said: words || noise.slice(-MOST_SAID) });
      resolve();
    });
    child.on("error", () => resolve());
  });
  const unwatch =
    residentBytes === null ? () => {} : watch(child, residentBytes, () => end({ kind: "memory" }));

  async function until(done: () => boolean, judge: Judge): Promise<Ending | null> {
    if (!done() && !ending) {
      const oversleeps = sleepWatch(LOOK_EVERY_MS);
      const timer = setInterval(() => {
        const use = meter.look();
        const excess = judge(use);
        if (excess) end(excess);
        else if (sleeps && oversleeps(use, input.writableLength === 0)) end({ kind: "asleep" });
      }, LOOK_EVERY_MS);
      await new Promise<void>((resolve) => {
        wake = () => (done() || ending) && resolve();
      });
      clearInterval(timer);
    }
    wake = null;
    return done() ? null : ending;
  }

  input.write(headerOf({ ...request, modelPath: modelInside(sandbox, model) }));
  input.write(padding);

  return {
    /** Waits until the model is loaded: null, or why it never was. */
    ready: (judge: Judge) => until(() => loaded, judge),
    /** Whether our program inside the sandbox has begun: before that no trouble is the model's. */
    hasStarted: () => started,
    /** The most memory that it has held so far, bytes; 0 once it is gone. */
    peakBytes: () => (child.pid === undefined ? 0 : peakBytes(child.pid)),
    /** What the runtime wrote to standard error; nothing where it is quiet. */
    warned: () => noise,
    /** What it has used; a fresh look, or a recent one. */
    use: (how: "look" | "recent") => meter[how](),
    /** Hands over images, to be run one by one or together; the buffer may be used again when they are answered. */
    send(images: number, pixels: Uint8Array, how: "alone" | "together", setting = 0): void {
      owed += images * request.classes * 4;
      input.write(new Uint8Array(Uint32Array.of(images + (how === "alone" ? ALONE_BIT : 0), setting).buffer));
      input.write(pixels);
    },
    /** Fills `frames` with the next scores: null, or why they never came. */
    async receive(frames: Float32Array, judge: Judge): Promise<Ending | null> {
      const trouble = await until(() => arrived >= frames.byteLength, judge);
      if (trouble) return trouble;
      arrived -= frames.byteLength;
      moveFrom(parts, new Uint8Array(frames.buffer, frames.byteOffset, frames.byteLength));
      return null;
    },
    /** Kills it, whatever it is doing, and waits until it is gone. */
    async stop(): Promise<void> {
      unwatch();
      stop(child);
      await closed;
    },
  };
}

/** Moves bytes from the head of `parts` until `target` is full; there must be enough. */
function moveFrom(parts: Buffer[], target: Uint8Array): void {
  for (let filled = 0; filled < target.length; ) {
    const part = parts.shift()!;
    const taken = part.subarray(0, target.length - filled);
    target.set(taken, filled);
    filled += taken.length;
    if (taken.length < part.length) parts.unshift(part.subarray(taken.length));
  }
}

function headerOf(request: ChildRequest): Uint8Array {
  const text = Buffer.from(JSON.stringify(request));
  return Buffer.concat([new Uint8Array(Uint32Array.of(text.length).buffer), text]);
}

function watch(child: ChildProcess, most: number, excess: () => void): () => void {
  return child.pid === undefined ? () => {} : watchMemory(child.pid, most, excess);
}
