import { statSync } from "node:fs";
import { batchFor } from "./batch-for";
import { type Allowance, defaultLimits, publicAllowance } from "./evaluation-limits";
import { firstImage } from "./first-image";
import type { Interruption } from "./interruption";
import { type Ending, type Judge, startModelChild } from "./model-child";
import { openShard } from "./open-shard";
import type { ProcessorUse } from "./processor-use";
import { type Chunk, remainingWork } from "./remaining-work";
import type { RunFacts } from "./run-facts";
import type { ShardEvaluation } from "./shard-evaluation";
import { wasKilled } from "./was-killed";

const LARGEST_CHUNK_BYTES = 64 * 2 ** 20;
/** Chunks on their way to the child, so that it never waits for this process. */
const AHEAD = 3;
/** A graphics runtime keeps its own libraries and buffers in memory, too. */
const GRAPHICS_FACTOR = 3;
/** Address space of a thread: its stack and what the C library reserves. */
const THREAD_BYTES = 72 * 2 ** 20;

export interface ShardRun extends Omit<ShardEvaluation, "onScores"> {
  alone: boolean;
  /** Places of the order that no run of several images crosses. */
  cuts?: number[];
  /** Tried instead of `preprocessing`: the order has as many parts, all as long, one for each. Where the model fails, NaN. */
  settings?: ShardEvaluation["preprocessing"][];
  onScores: (image: number, scores: Float32Array, place: number) => void;
}

/** One evaluation in progress: it may take several children, each going on where the last one ended. */
export function beginShardRun(given: ShardRun) {
  const { shard, classes, device, order, quiet, signal, settings, threads = 1 } = given;
  const images = order?.length ?? shard.images;
  const onCpu = device === "cpu";
  const limits = { ...defaultLimits(statSync(given.modelPath).size), ...given.limits };
  const pixels = openShard(shard);
  const batch = given.batch
    ? Math.max(1, Math.min(given.batch, Math.floor(LARGEST_CHUNK_BYTES / pixels.imageBytes)))
    : batchFor(device, shard.height * shard.width);
  const padding = firstImage(given.padding ?? shard);
  const allowance: Allowance = given.allowance ?? publicAllowance(limits, { images, batch, threads });
  const part = images / (settings?.length ?? 1);
  const parts = settings?.map((_, i) => i * part) ?? [];
  const work = remainingWork(images, batch, [...(given.cuts ?? []), ...parts]);
  const buffers = Array.from({ length: AHEAD }, () => new Uint8Array(batch * pixels.imageBytes));
  const sampleMs = given.sampleMs ?? 0;
  const how = given.alone ? "alone" : "together";
  const taken = { answered: 0, cpuMs: 0, largestChunkMs: 0, machine: { onMs: 0, waitingMs: 0 } };
  const facts: RunFacts = { loadMs: 0, peakBytes: 0, warned: "" };

  function startChild() {
    const { height, width } = shard;
    return startModelChild({
      sandbox: given.sandbox,
      processors: given.processors ?? null,
      model: given.modelPath,
      request: {
        ...given.preprocessing,
        sigmoid: given.sigmoid ?? false,
        ...(settings && { settings }),
        provider: device,
        threads,
        batch,
        height,
        width,
        classes,
        quiet,
      },
      padding,
      limits: {
        addressSpaceBytes: onCpu ? limits.memoryBytes + threads * THREAD_BYTES : null,
        // The backstop, where this process cannot look often enough.
        cpuSeconds: backstopMs() / 1000,
      },
      residentBytes: onCpu ? null : GRAPHICS_FACTOR * limits.memoryBytes,
    });
  }

  function backstopMs(): number {
    const leftMs = Math.max(0, allowance.totalMs - taken.cpuMs);
    return limits.loadMs + leftMs * (onCpu ? 1 : GRAPHICS_FACTOR);
  }

  type Child = ReturnType<typeof startChild>;

  async function converse(child: Child): Promise<Interruption | null> {
    const unanswered: Chunk[] = [];
    const judgeLoad: Judge = ({ cpuMs }) => (cpuMs > limits.loadMs ? { kind: "time", of: "step" } : null);
    const backstop = backstopMs();
    const loadTrouble = await child.ready(judgeLoad);
    const loadedUse = child.use("look");
    const isOurs = (ending: Ending) =>
      (ending.kind === "exit" && !child.hasStarted()) ||
      (wasKilled(ending) && child.use("recent").cpuMs < backstop / 2);
    const told = (ending: Ending) => ({ ending, ours: isOurs(ending), unanswered });
    if (loadTrouble) return { ...told(loadTrouble), loading: true, allowedMs: limits.loadMs };
    facts.loadMs = Math.max(facts.loadMs, loadedUse.cpuMs);
    const charge = chargeFrom(loadedUse);
    const earlier = taken.cpuMs;
    try {
      for (let sent = 0, began = 0; ; ) {
        while (unanswered.length < AHEAD) {
          const chunk = work.take();
          if (!chunk) break;
          const buffer = buffers[sent % AHEAD]!.subarray(0, chunk.count * pixels.imageBytes);
          pixels.read(buffer, chunk.start, chunk.count, order);
          child.send(chunk.count, buffer, how, settings ? Math.floor(chunk.start / part) : 0);
          unanswered.push(chunk);
          sent += 1;
        }
        const chunk = unanswered[0];
        if (!chunk) return null;
        const judge: Judge = (use) => {
          const used = charge(use);
          if (earlier + used > allowance.totalMs) return { kind: "time", of: "all" };
          return used - began > allowance.chunkMs ? { kind: "time", of: "step" } : null;
        };
        const frames = new Float32Array(chunk.count * classes);
        const ending = await child.receive(frames, judge);
        if (ending) {
          const isAll = ending.kind === "time" && ending.of === "all";
          const allowedMs = isAll ? allowance.totalMs : allowance.chunkMs;
          return { ...told(ending), loading: false, allowedMs };
        }
        const used = charge(child.use("recent"));
        taken.largestChunkMs = Math.max(taken.largestChunkMs, used - began);
        began = used;
        unanswered.shift();
        deliver(chunk, frames);
      }
    } finally {
      charge(child.use("look"));
      facts.peakBytes = Math.max(facts.peakBytes, child.peakBytes());
    }
  }

  /**
   * What a child has used since `loaded`, ms, which also goes into `taken`. A graphics card tells nobody's device time: there the
   * time of the clock less the waiting for a processor stands for it.
   */
  function chargeFrom(loaded: ProcessorUse): (use: ProcessorUse) => number {
    const loadedAt = performance.now();
    const { cpuMs, machine } = taken;
    return (use) => {
      const waitingMs = use.waitingMs - loaded.waitingMs;
      const used = onCpu ? use.cpuMs - loaded.cpuMs : performance.now() - loadedAt - waitingMs;
      const onMs = onCpu ? use.onMs - loaded.onMs : used;
      // The first look after the sample is its end.
      if (taken.cpuMs < sampleMs) {
        taken.machine = { onMs: machine.onMs + onMs, waitingMs: machine.waitingMs + waitingMs };
      }
      taken.cpuMs = cpuMs + used;
      return used;
    };
  }

  function deliver(chunk: Chunk, frames: Float32Array): void {
    for (let i = 0; i < chunk.count; i += 1) {
      const place = chunk.start + i;
      given.onScores(order?.[place] ?? place, frames.subarray(i * classes, (i + 1) * classes), place);
    }
    taken.answered += chunk.count;
    if (!quiet) given.onProgress?.(taken.answered);
  }

  return {
    limits,
    allowance,
    work,
    taken: () => ({ ...taken, batch }),
    /** Only on public images does anybody ask. */
    facts: () => facts,
    /** Runs one child to its end: null when all images are answered, or why not. Throws when aborted. */
    async child(): Promise<Interruption | null> {
      signal?.throwIfAborted();
      const child = startChild();
      const abort = () => void child.stop();
      signal?.addEventListener("abort", abort);
      try {
        const interruption = await converse(child);
        signal?.throwIfAborted();
        return interruption;
      } finally {
        signal?.removeEventListener("abort", abort);
        await child.stop();
        facts.warned += child.warned();
      }
    },
    close: pixels.close,
  };
}
