/** Limits for an untrusted model. Times in ms. */
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
const SHARE_OF_DEADLINE = 1 / 40;

/** Memory for Node, the runtime and several copies of the weights; time for the slowest model worth waiting for. */
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
 * How long to wait for the answer to `images` images. On a public set, generously: the limit per image, or twenty times the usual
 * time. With `totalMs`, the time for a whole hidden set, a time-out may cost a fortieth of it, which leaves time for the images
 * that behave; a batch that times out is retried image by image, so it gets the least.
 */
export function patienceMs(
  limits: EvaluationLimits,
  images: number,
  { msPerImage, totalMs }: { msPerImage: number | null; totalMs: number | null },
): number {
  const usual = (msPerImage ?? 0) * images;
  if (totalMs === null) return Math.max(limits.imageMs, 20 * usual);
  const least = images === 1 ? 2_000 : 500;
  return Math.max(least, 4 * usual, Math.min(limits.imageMs, totalMs * SHARE_OF_DEADLINE));
}
