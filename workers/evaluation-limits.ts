/** What an untrusted model may take. Times in ms. */
export interface EvaluationLimits {
  /** address space of the child; on a graphics card, its resident memory */
  memoryBytes: number;
  /** from the start of the process to the loaded model */
  loadMs: number;
  /** without an answer, per image waited for */
  imageMs: number;
  /** CPU time, above a minute for the start, per image */
  cpuMsPerImage: number;
  /** wall time, above a minute for the start, per image */
  wallMsPerImage: number;
}

const GIB = 2 ** 30;
const START_MS = 60_000;
/** Restarts and time-outs must leave most of a deadline to the images that behave. */
const SHARE_OF_DEADLINE = 1 / 40;

/** Room for Node and the runtime and for some copies of the weights; time for the slowest model worth waiting for. */
export function defaultLimits(modelBytes: number): EvaluationLimits {
  return {
    memoryBytes: Math.max(4 * GIB, 2 * GIB + 4 * modelBytes),
    loadMs: START_MS,
    imageMs: 20_000,
    cpuMsPerImage: 4_000,
    wallMsPerImage: 4_000,
  };
}

export function cpuSeconds(limits: EvaluationLimits, images: number, threads: number): number {
  return (START_MS + limits.cpuMsPerImage * images * threads) / 1000;
}

export function wallMs(limits: EvaluationLimits, images: number): number {
  return START_MS + limits.wallMsPerImage * images;
}

/**
 * How long to wait for the answer to `images` images. Before anything is known about the model that is the limit per
 * image; then twenty times its usual time, from one second up. With a deadline, a time-out may cost a fortieth of it.
 */
export function patienceMs(
  limits: EvaluationLimits,
  images: number,
  { msPerImage, totalMs }: { msPerImage: number | null; totalMs: number | null },
): number {
  if (msPerImage === null) return limits.imageMs * images;
  const usual = 20 * msPerImage * images;
  const spare = totalMs === null ? limits.imageMs : Math.min(limits.imageMs, totalMs * SHARE_OF_DEADLINE);
  return Math.max(1_000, usual, spare);
}
