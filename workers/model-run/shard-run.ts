import { statSync } from "node:fs";
import { cpuSeconds, defaultLimits, patienceMs, wallMs } from "./evaluation-limits";
import { type Ending, startModelChild } from "./model-child";
import { openShard } from "./open-shard";
import { type Chunk, remainingWork } from "./remaining-work";
import type { ShardEvaluation } from "./shard-evaluation";

/** A child that ended before its work was done. */
export interface Interruption {
  ending: Ending;
  /** it had not loaded the model yet */
  loading: boolean;
  /** the time for all images was used up */
  late: boolean;
  patienceMs: number;
  /** handed out and not answered, in order: the child was working on the first */
  unanswered: Chunk[];
}

/** Chunks sent ahead to the child, so that it never waits for this process. */
const AHEAD = 3;
const SLOW_CHUNK_MS = 5_000;
/** A GPU runtime has its own libraries and buffers in memory, too. */
const GRAPHICS_FACTOR = 3;
/** Address space of a thread: its stack and what the C library reserves. */
const THREAD_BYTES = 72 * 2 ** 20;

/** One evaluation in progress: it may take several children, each continuing where the last one ended. */
export function beginShardRun(given: ShardEvaluation) {
  const { shard, classes, device, order, quiet, signal, threads = 1 } = given;
  const limits = { ...defaultLimits(statSync(given.modelPath).size), ...given.limits };
  const pixels = openShard(shard);
  const batch = given.batch ?? batchFor(device, shard.height * shard.width);
  const begun = Date.now();
  const end = Math.min(begun + wallMs(limits, shard.images), given.deadline ?? Number.POSITIVE_INFINITY);
  const totalMs = quiet ? end - begun : null;
  const work = remainingWork(shard.images, chunkSize);
  const buffers = Array.from({ length: AHEAD }, () => new Uint8Array(batch * pixels.imageBytes));
  let msPerImage = given.msPerImage ?? null;
  let answered = 0;

  /** Slow models get single images, so that an answer, or its absence, is seen soon. */
  function chunkSize(): number {
    return msPerImage === null || msPerImage * batch > SLOW_CHUNK_MS ? 1 : batch;
  }

  function startChild() {
    const onCpu = device === "cpu";
    const { height, width } = shard;
    return startModelChild({
      sandbox: given.sandbox,
      model: given.modelPath,
      request: { ...given.preprocessing, provider: device, threads, batch, height, width, classes, quiet },
      limits: {
        addressSpaceBytes: onCpu ? limits.memoryBytes + threads * THREAD_BYTES : null,
        cpuSeconds: cpuSeconds(limits, work.left(), threads),
      },
      residentBytes: onCpu ? null : GRAPHICS_FACTOR * limits.memoryBytes,
    });
  }

  type Child = ReturnType<typeof startChild>;

  async function converse(child: Child): Promise<Interruption | null> {
    const unanswered: Chunk[] = [];
    const stopped = (ending: Ending, loading: boolean, patience: number) => ({
      ending,
      loading,
      unanswered,
      patienceMs: patience,
      late: ending.kind === "timeout" && Date.now() >= end,
    });
    const loadPatience = Math.min(limits.loadMs, Math.max(0, end - Date.now()));
    const loadTrouble = await child.ready(loadPatience);
    if (loadTrouble) return stopped(loadTrouble, true, loadPatience);

    const loadedAt = performance.now();
    const before = answered;
    for (let sent = 0; ; ) {
      while (unanswered.length < AHEAD) {
        const chunk = work.take();
        if (!chunk) break;
        const buffer = buffers[sent % AHEAD]!.subarray(0, chunk.count * pixels.imageBytes);
        pixels.read(buffer, chunk.start, chunk.count, order);
        child.send(chunk.count, buffer);
        unanswered.push(chunk);
        sent += 1;
      }
      const chunk = unanswered[0];
      if (!chunk) return null;
      const usual = patienceMs(limits, chunk.count, { msPerImage, totalMs });
      const patience = Math.min(usual, Math.max(0, end - Date.now()));
      const frames = new Float32Array(chunk.count * classes);
      const trouble = await child.receive(frames, patience);
      if (trouble) return stopped(trouble, false, patience);
      unanswered.shift();
      deliver(chunk, frames);
      if (!given.msPerImage) msPerImage = (performance.now() - loadedAt) / (answered - before);
    }
  }

  function deliver(chunk: Chunk, frames: Float32Array): void {
    for (let i = 0; i < chunk.count; i += 1) {
      const place = chunk.start + i;
      given.onScores(order?.[place] ?? place, frames.subarray(i * classes, (i + 1) * classes));
    }
    answered += chunk.count;
    if (!quiet) given.onProgress?.(answered);
  }

  return {
    limits,
    work,
    answered: () => answered,
    /** Runs one child to its end: null if all images are answered, else why not. Throws when aborted. */
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
      }
    },
    close: pixels.close,
  };
}

/** Enough images to use all of the processor, few enough to stay in its cache. */
function batchFor(device: string, area: number): number {
  const most = device === "cpu" ? 16 : 64;
  return Math.max(device === "cpu" ? 4 : 16, Math.min(most, Math.floor((most * 2 ** 14) / area)));
}
