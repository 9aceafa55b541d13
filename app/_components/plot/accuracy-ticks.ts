import { ticks } from "d3-array";
import { type ScaleName, scales } from "@/server/statistics/scale";
import type { Domain } from "./axis-domain";

/** Round accuracies, in percent, dense towards 0 and 100 as logit and probit are. */
const landmarks = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92, 94, 95, 96, 97, 98, 99, 99.5, 99.8,
  99.9,
];

/**
 * Ticks at round accuracies (fractions), about `count` of them. In logit and probit even steps would crowd, so ticks are landmarks, the
 * rounder first, at least two thirds of an even spacing apart.
 */
export function accuracyTicks(domain: Domain, scale: ScaleName, count: number): number[] {
  const [low, high] = domain;
  // A frame may reach beyond what accuracies can be.
  const even = ticks(low, high, count).filter((tick) => tick >= 0 && tick <= 1);
  if (scale === "linear") return even;
  const inside = landmarks
    .toSorted((a, b) => roundness(b) - roundness(a))
    .map((percent) => percent / 100)
    .filter((landmark) => landmark >= low && landmark <= high);
  const chosen = thinned(inside, domain, scale, count);
  return chosen.length >= 3 ? chosen : thinned(even, domain, scale, count);
}

const roundness = (percent: number) => [1, 5, 10].filter((step) => percent % step === 0).length;

function thinned(candidates: number[], [low, high]: Domain, scale: ScaleName, count: number): number[] {
  const { forward } = scales[scale];
  const closest = ((forward(high) - forward(low)) / count) * (2 / 3);
  const chosen: number[] = [];
  for (const tick of candidates) {
    const crowded = chosen.some((other) => Math.abs(forward(other) - forward(tick)) < closest);
    if (Number.isFinite(forward(tick)) && !crowded) chosen.push(tick);
  }
  return chosen.sort((a, b) => a - b);
}
