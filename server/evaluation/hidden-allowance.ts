/** What a model took on original images: the processor time of all its threads, ms. */
export interface OriginalPace {
  cpuMs: number;
  images: number;
  /** the most that one chunk of images took, ms */
  largestChunkMs: number;
  threads: number;
}

/** What a model may take on a submission's hidden images, all test sets together. Processor time of all threads, ms. */
export interface HiddenAllowance {
  totalMs: number;
  /** A chunk above this is tried image by image; an image above it alone is wrong. */
  chunkMs: number;
  /** More images lost than this, by crashes or by time, and every image is wrong. */
  losses: number;
  /** How much of it a model uses before nothing moves its result any more: see `resultTime`. */
  sampleMs: number;
  threads: number;
  /** The time between two moments at which the result may appear, ms of the clock. */
  windowMs: number;
}

const paceFactor = 3;
/** Granted to each thread however few the images: the first ones cost more than the others. */
const leastTotalMs = 2_000;
/** Of what the images would take at the original pace: a quick model and a slow one both pass it. */
const sampleFactor = 1 / 2;
/** Two evaluations overlap, and each may use its whole allowance in a window on half a processor, with a fifth to spare. */
const windowFactor = 2.5;
const leastWindowMs = 10_000;
const leastChunkMs = 2_000;
const chunkFactor = 10;
const mostLost = 20;

/** The allowance by public facts alone: the pace on original images and the number of hidden ones. */
export function hiddenAllowance(pace: OriginalPace, hiddenImages: number): HiddenAllowance {
  const perImage = pace.cpuMs / Math.max(1, pace.images);
  const threads = Math.max(1, pace.threads);
  const totalMs = Math.max(leastTotalMs * threads, paceFactor * perImage * hiddenImages);
  return {
    totalMs,
    chunkMs: Math.max(leastChunkMs, chunkFactor * pace.largestChunkMs),
    losses: mostLost,
    sampleMs: sampleFactor * perImage * hiddenImages,
    threads,
    windowMs: Math.ceil(Math.max(leastWindowMs, (windowFactor * totalMs) / threads)),
  };
}
