/** What an untrusted model may take. Times are its own processor time, ms of all threads: the clock decides nothing. */
export interface EvaluationLimits {
  /** address space of the child; on a graphics card, its resident memory */
  memoryBytes: number;
  /** from the start of the process to the loaded model */
  loadMs: number;
  /** on a public set: the least that a chunk of images may take, each thread */
  chunkMs: number;
  /** on a public set, above a minute: each image and thread */
  imageMs: number;
}

/** Processor time for images, ms: a chunk of them, and all. */
export interface Allowance {
  chunkMs: number;
  totalMs: number;
}

const GIB = 2 ** 30;
const START_MS = 60_000;

/** Memory for Node, the runtime and several copies of the weights; time for the slowest model worth waiting for. */
export function defaultLimits(modelBytes: number): EvaluationLimits {
  return {
    memoryBytes: Math.max(4 * GIB, 2 * GIB + 4 * modelBytes),
    loadMs: START_MS,
    chunkMs: 20_000,
    imageMs: 4_000,
  };
}

/** What a model may take on a public test set; on a hidden one it is reckoned from that. */
export function publicAllowance(
  { chunkMs, imageMs }: EvaluationLimits,
  { images, batch, threads }: { images: number; batch: number; threads: number },
): Allowance {
  return {
    chunkMs: threads * Math.max(chunkMs, imageMs * batch),
    totalMs: START_MS + threads * imageMs * images,
  };
}
