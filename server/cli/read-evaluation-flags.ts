import { parseArgs } from "node:util";
import type { DeclaredPreprocessing } from "../evaluation/preprocessing";
import { inPlace } from "./in-place";
import { needed } from "./needed";
import { onlyOne } from "./only-one";
import { preprocessingFlags, readPreprocessingFlags } from "./preprocessing-flags";
import { readAll } from "./read-all";
import { UsageError } from "./usage-error";

const devices = ["auto", "cuda", "webgpu", "cpu"] as const;
const mostThreads = 256;

/** What `rung evaluate` is asked for; paths are absolute. */
export interface EvaluationFlags {
  modelPath: string;
  images: string;
  labelsPath: string | undefined;
  classesPath: string;
  declared: DeclaredPreprocessing;
  device: (typeof devices)[number];
  threads: number;
  predictionsPath: string | undefined;
}

/** Reads what `rung evaluate` is given. Throws `UsageError`, naming all that is wrong. */
export function readEvaluationFlags(argv: string[]): EvaluationFlags {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      images: { type: "string" },
      classes: { type: "string" },
      labels: { type: "string" },
      device: { type: "string", default: "auto" },
      threads: { type: "string", default: "1" },
      predictions: { type: "string" },
      ...preprocessingFlags,
    },
  });
  const { images, ...read } = readAll({
    model: () => onlyOne(positionals),
    images: () => needed(values, "images"),
    classes: () => needed(values, "classes"),
    device: () => readDevice(values.device),
    threads: () => readThreads(values.threads),
    declared: () => readPreprocessingFlags(values),
  });
  return {
    modelPath: inPlace(read.model),
    images: inPlace(images),
    labelsPath: values.labels === undefined ? undefined : inPlace(values.labels),
    classesPath: inPlace(read.classes),
    declared: read.declared,
    device: read.device,
    threads: read.threads,
    predictionsPath: values.predictions === undefined ? undefined : inPlace(values.predictions),
  };
}

function readDevice(text: string): EvaluationFlags["device"] {
  const device = devices.find((name) => name === text);
  if (device === undefined) throw new UsageError(`--device is one of ${devices.join(", ")}.`);
  return device;
}

function readThreads(text: string): number {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads)
    throw new UsageError(`--threads is a whole number from 1 to ${mostThreads}.`);
  return threads;
}
