import type { Sandbox } from "../sandbox/launch";
import { type Provider } from "../sandbox/runtime-files";
import type { EvaluationLimits } from "./evaluation-limits";
import type { Shard } from "./open-shard";

export interface ShardEvaluation {
  modelPath: string;
  shard: Shard;
  classes: number;
  preprocessing: { layout: "NCHW" | "NHWC"; mean: [number, number, number]; std: [number, number, number] };
  sandbox: Sandbox;
  device: Provider;
  /** threads inside one operator; 1 by default */
  threads?: number;
  /** the order in which the model sees the images: a permutation of their numbers; that of the file by default */
  order?: Uint32Array;
  /** images per run if the model leaves it open */
  batch?: number;
  limits?: Partial<EvaluationLimits>;
  /** a hidden test set: nothing that the model does is a failure; images that it does not answer are left out */
  quiet: boolean;
  /** the model's usual time per image, ms, if known (from the original test set) */
  msPerImage?: number;
  /** ms since the epoch; images not answered by then are left out if `quiet`, and a failure otherwise */
  deadline?: number;
  /** Called once per answered image, with its number in the test set; `scores` is overwritten afterwards. */
  onScores: (image: number, scores: Float32Array) => void;
  /** Receives the images answered so far; never called if `quiet`. */
  onProgress?: (answered: number) => void;
  signal?: AbortSignal;
}

/** What ran, and how far it got. */
export interface ShardEvaluated {
  images: number;
  answered: number;
  elapsedMs: number;
  restarts: number;
  device: Provider;
  provider: string;
  threads: number;
  runtimeVersion: string;
  sandbox: string;
}
