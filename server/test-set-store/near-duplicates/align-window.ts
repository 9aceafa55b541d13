import { type Outline, outline, outlineDistance } from "./outline";
import type { Planes } from "./planes-of";
import { type Window, windowCosines } from "./window-cosines";

const smallestSide = 0.8;
const [firstStep, lastStep] = [1 / 24, 1 / 400];

/** Moves tried at each step, in steps: of the corner to the right and down, and of the side. */
const moves: Window[] = [
  ...[
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ].map(([left, top]) => ({ left: left!, top: top!, side: 0 })),
  ...[
    [0, 0],
    [0.5, 0.5],
    [1, 0],
    [0, 1],
    [1, 1],
  ].flatMap(([left, top]) => [
    { left: left!, top: top!, side: -1 },
    { left: -left!, top: -top!, side: 1 },
  ]),
];

/**
 * Moves a window of a picture to where its coarse outline is nearest to `wanted`, by ever smaller steps. Windows with sides below
 * four fifths of the picture are not tried.
 */
export function alignWindow(
  wanted: Outline,
  planes: Planes,
  from: Window,
): { window: Window; distance: number } {
  const distanceTo = (window: Window) =>
    outlineDistance(wanted, outline(planes, windowCosines(window), "coarse"));
  let best = { window: from, distance: distanceTo(from) };
  for (let step = firstStep; step > lastStep; ) {
    let moved = false;
    for (const move of moves) {
      const window = shifted(best.window, move, step);
      if (!isWithin(window)) continue;
      const distance = distanceTo(window);
      if (distance >= best.distance) continue;
      best = { window, distance };
      moved = true;
    }
    if (!moved) step /= 2;
  }
  return best;
}

function shifted({ left, top, side }: Window, move: Window, step: number): Window {
  return { left: left + move.left * step, top: top + move.top * step, side: side + move.side * step };
}

function isWithin({ left, top, side }: Window): boolean {
  return left >= 0 && top >= 0 && Math.max(left, top) + side <= 1 + 1e-9 && side >= smallestSide;
}
