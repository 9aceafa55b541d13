import type { EvaluationEffects } from "@/workers/evaluation-effects";
import type { ShardEvaluated } from "@/workers/model-run/shard-evaluation";
import { auditImages, classes, setSizes } from "./base";

/** What a submission's model does to hidden images: the secret of a world. Images are numbers of the guarded part, in order. */
export interface HiddenRun {
  /** Images answered wrong: how many, from which on. */
  wrong: number;
  from?: number;
  /** The class named instead of the right one, counted from it. */
  instead?: number;
  /** Of those answered wrong, the first so many do not have the right class among their five best either. */
  wrongTop5?: number;
  /** Images of the audit part and of the second hidden test set answered wrong. */
  audit?: number;
  other?: number;
  otherTop5?: number;
  /** What happens on the first images of those answered wrong. */
  fault?: { kind: "crash" | "nan" | "infinity"; images: number };
  /** Share of its allowance that the run takes. */
  took?: number;
  /** Share of the window after which its first worker is lost. */
  lostAt?: number;
}

/** A worker is gone; another takes its job over. */
export class WorkerLost extends Error {}

type Run = Parameters<EvaluationEffects["runModel"]>[1];
export type SetName = keyof typeof setSizes;

export const labelOf = (image: number) => image % classes;
export const imagesOf = (set: SetName) => setSizes[set] + (set === "New" ? auditImages : 0);

/** The model of `told` over one test set: scores out, and the time it took by the clock of the world. */
export async function runTold(
  run: Run,
  { told, set, sleepUntil }: { told: HiddenRun; set: SetName; sleepUntil: (at: number) => Promise<void> },
): Promise<ShardEvaluated> {
  const begun = Date.now();
  const lost = new Set<number>();
  for (let image = 0; image < imagesOf(set); image += 1) {
    const scores = scoresOf(image, told, set);
    if (scores) run.onScores(image, scores);
    else lost.add(image);
  }
  run.onProgress?.(imagesOf(set));
  const tookMs = run.quiet ? Math.floor(run.allowance!.totalMs * (told.took ?? 0.3)) : 1000;
  await sleepUntil(begun + tookMs);
  return {
    images: imagesOf(set),
    answered: imagesOf(set) - lost.size,
    lost: lost.size,
    forfeited: null,
    cpuMs: tookMs,
    machine: { onMs: 10, waitingMs: 0 },
    largestChunkMs: 10,
    alone: false,
    elapsedMs: tookMs,
    restarts: lost.size,
    device: "cpu",
    threads: 1,
    runtime: "told",
    deviceClass: "told",
    batch: 16,
    sandbox: "bwrap",
  };
}

/** Scores of one image, null where the child died of it. */
function scoresOf(image: number, told: HiddenRun, set: SetName): Float32Array | null {
  const { wrong, from, wrongTop5 } = partOf(image, told, set);
  const place = partPlace(image, set) - from;
  const isWrong = place >= 0 && place < wrong;
  const { fault } = told;
  if (fault && set === "New" && isWrong && place < fault.images) {
    if (fault.kind === "crash") return null;
    return new Float32Array(classes).fill(fault.kind === "nan" ? Number.NaN : Number.POSITIVE_INFINITY);
  }
  const label = labelOf(image);
  const scores = Float32Array.from({ length: classes }, (_, k) => ((k - label + classes) % classes) / 100);
  scores[label] = 1;
  if (!isWrong) return scores;
  scores[(label + (told.instead ?? 1)) % classes] = 2;
  if (place < wrongTop5) scores[label] = -1;
  return scores;
}

const partPlace = (image: number, set: SetName) =>
  set === "New" && image >= setSizes.New ? image - setSizes.New : image;

function partOf(image: number, told: HiddenRun, set: SetName) {
  if (set === "Other") return { wrong: told.other ?? 100, from: 0, wrongTop5: told.otherTop5 ?? 20 };
  if (set === "New" && image >= setSizes.New) return { wrong: told.audit ?? 40, from: 0, wrongTop5: 0 };
  return { wrong: told.wrong, from: told.from ?? 0, wrongTop5: told.wrongTop5 ?? 40 };
}
