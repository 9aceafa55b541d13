import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

type Step = Record<string, unknown> & { decision?: string };
type Trace = { name: string; n: number; eta: string; c: number; climbs: number | null; steps: Step[] };

export type LadderTraces = {
  fixed: (Trace & { steps: { errors: number; released: boolean; R: string; shown_accuracy: number }[] })[];
  parameter_free: (Trace & { steps: { loss: string; released: boolean; R: string }[] })[];
  gated: (Trace & {
    steps: { wrong: string; noise?: number; decision: string; loss: string; closed: boolean }[];
  })[];
  released_interval: {
    n: number;
    eta: string;
    R: string;
    errors_consistent: [number, number];
    lower: number;
    upper: number;
  }[];
  must_reject: { eta: string }[];
};

const data = process.env.RUNG_TEST_DATA ?? "../shared/data";
const file = join(dirname(resolve(data)), "reference-values", "ladder.json");

/** Independently derived ladder traces, where the test data are; null elsewhere. */
export const ladderTraces: LadderTraces | null = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8"))
  : null;

export const whyNoTraces = "the reference traces are not here (RUNG_TEST_DATA)";
