import type { benchmarks } from "../../db/schema";
import { digestOf } from "./digest-of";

type Told = "name" | "description" | "classes" | "synsets" | "inputSize" | "maxWindowMs";

/** Of what pages show of a benchmark beside the fields of its line. */
export function benchmarkDigest(benchmark: Pick<typeof benchmarks.$inferSelect, Told>): string {
  const { name, description, classes, synsets, inputSize, maxWindowMs } = benchmark;
  return digestOf({ name, description, classes, synsets, inputSize, maxWindowMs });
}
