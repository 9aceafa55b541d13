import type { MachineShare } from "@/server/evaluation/result-windows";
import type { ChildRequest } from "../sandbox/child-protocol";
import type { Sandbox } from "../sandbox/launch";
import { type Provider } from "../sandbox/runtime-files";
import type { Allowance, EvaluationLimits } from "./evaluation-limits";
import type { Shard } from "./open-shard";
import type { RunFacts } from "./run-facts";

export interface ShardEvaluation {
  modelPath: string;
  shard: Shard;
  classes: number;
  preprocessing: Pick<ChildRequest, "layout" | "channel_order" | "mean" | "std">;
  /** the model ends in a sigmoid; false by default */
  sigmoid?: boolean;
  sandbox: Sandbox;
  device: Provider;
  /** as `taskset` takes them; all by default */
  processors?: string | null;
  /** threads inside one operator; 1 by default */
  threads?: number;
  /** the order in which the model sees the images: a permutation of their numbers; that of the file by default */
  order?: Uint32Array;
  /** images a run: the model's own number where it fixes one */
  batch?: number;
  /** one image a run, because this model's answers depend on the neighbours; where nothing is said a public set finds out */
  alone?: boolean;
  /** whose first image fills batches; by default the shard itself */
  padding?: Shard;
  limits?: Partial<EvaluationLimits>;
  /** a hidden test set: nothing that the model does is a failure; images that it does not answer are left out */
  quiet: boolean;
  /** processor time for these images; by default what a public test set grants */
  allowance?: Allowance;
  /** the machine is measured until the model has used this much processor time, ms; by default it is not */
  sampleMs?: number;
  /** more images lost than this, when `quiet`, and all of them are; 20 by default */
  losses?: number;
  /** Called once an answered image, with its number in the test set; `scores` is overwritten afterwards. */
  onScores: (image: number, scores: Float32Array) => void;
  /** Called when all scores so far are void, and every image comes again. */
  onVoid?: () => void;
  /** Images answered so far; never called when `quiet`. */
  onProgress?: (answered: number) => void;
  signal?: AbortSignal;
}

/** What ran, and how far it got. */
export interface ShardEvaluated {
  images: number;
  answered: number;
  /** images on which the child died, fell asleep or took too long */
  lost: number;
  /** why every image is wrong: too many lost, or more time used than all of them had; only when `quiet` */
  forfeited: "lost" | "time" | null;
  /** processor time, all threads, from the loaded model on, summed over restarts; on a graphics card, time of the clock */
  cpuMs: number;
  /** how the processors treated its threads, until it had used up `sampleMs` */
  machine: MachineShare;
  /** the most processor time that a chunk of images took */
  largestChunkMs: number;
  /** one image a run */
  alone: boolean;
  /** on a public test set */
  facts?: RunFacts;
  /** time of the clock, without the trial before it */
  elapsedMs: number;
  restarts: number;
  device: Provider;
  threads: number;
  runtime: string;
  /** what, with the images a run, decides the last bits of a score */
  deviceClass: string;
  /** images a run */
  batch: number;
  sandbox: string;
}
