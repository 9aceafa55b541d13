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
  /** images a run where the model leaves it open */
  batch?: number;
  limits?: Partial<EvaluationLimits>;
  /** a hidden test set: nothing that the model does is a failure, what it does not answer is left out */
  quiet: boolean;
  /** the model's usual time per image, ms, where it is known (from the original test set) */
  msPerImage?: number;
  /** ms since the epoch; what is not answered by then is left out when `quiet`, and a failure otherwise */
  deadline?: number;
  /** Called once an answered image, with its number in the test set; `scores` is overwritten afterwards. */
  onScores: (image: number, scores: Float32Array) => void;
  /** Images answered so far; never called when `quiet`. */
  onProgress?: (answered: number) => void;
  signal?: AbortSignal;
}

/** What ran, and how far it came. */
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
