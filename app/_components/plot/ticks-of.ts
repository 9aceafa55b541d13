import { type ScaleName, scales } from "@/server/statistics/scale";
import type { Domain } from "./domain-of";

const landmarks = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92, 94, 95, 96, 97, 98, 99, 99.5, 99.8,
  99.9,
].map((percent) => percent / 100);

/**
 * Round accuracies (fractions) for an axis, about `wanted` of them and never closer in the drawing than two thirds of an even
 * spacing. In logit and probit, where even steps would crowd, they are chosen from the usual landmarks.
 */
export function ticksOf([low, high]: Domain, scale: ScaleName, wanted: number): number[] {
  const even = evenTicks(low, high, wanted);
  if (scale === "linear") return even;
  const chosen = spread(
    landmarks.filter((place) => place >= low && place <= high),
    [low, high],
    scale,
    wanted,
  );
  return chosen.length >= 3 ? chosen : spread(even, [low, high], scale, wanted);
}

function evenTicks(low: number, high: number, wanted: number): number[] {
  const rough = (100 * (high - low)) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.75) ?? 10);
  const first = Math.ceil((100 * low) / step - 1e-9);
  const last = Math.floor((100 * high) / step + 1e-9);
  return Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step).toPrecision(12)) / 100,
  );
}

function spread(candidates: number[], [low, high]: Domain, scale: ScaleName, wanted: number): number[] {
  const { forward } = scales[scale];
  const least = ((forward(high) - forward(low)) / wanted) * (2 / 3);
  const rounder = (place: number) => (Math.round(place * 1000) % 100 === 0 ? 0 : 1);
  const chosen: number[] = [];
  for (const place of candidates.toSorted((a, b) => rounder(a) - rounder(b))) {
    const crowded = chosen.some((other) => Math.abs(forward(other) - forward(place)) < least);
    if (Number.isFinite(forward(place)) && !crowded) chosen.push(place);
  }
  return chosen.sort((a, b) => a - b);
}
