import { solvePositiveDefinite } from "../../shapes/solve-positive-definite";
import { type Digest, digestOf, distanceOf } from "./digest";
import { type Window, windowCosines } from "./window";

/** No edge of a window is farther in than this: what lost more of its side than that is another picture. */
const deepest = 0.15;
const longestMove = 0.05;
const nudge = 0.02;
const mostMoves = 6;
/** A move that gains less than this is the last. */
const leastGain = 0.003;

/**
 * How far a digest is from that of a picture's window, once the window's four edges are moved to where it is nearest: steps of
 * Gauss and Newton, as in image registration (Lucas & Kanade 1981).
 */
export function alignedDistance(wanted: Digest, miniature: Uint8Array, from: Window): number {
  const digestIn = (window: Window) => digestOf(miniature, windowCosines(window));
  let [window, digest] = [from, digestIn(from)];
  let distance = digest ? distanceOf(wanted, digest) : Infinity;
  for (let move = 0; digest && move < mostMoves; move++) {
    const slopes = slopesOf(digest, window, digestIn);
    if (!slopes) break;
    const moved = movedBy(window, stepOf(wanted, digest, slopes));
    const there = digestIn(moved);
    const nearer = there ? distanceOf(wanted, there) : Infinity;
    if (nearer >= distance) break;
    const gain = distance - nearer;
    [window, digest, distance] = [moved, there, nearer];
    if (gain < leastGain) break;
  }
  return distance;
}

/** How the digest changes with each edge. Edges are nudged inwards, where there is always something to see. */
function slopesOf(digest: Digest, window: Window, digestIn: (window: Window) => Digest | null) {
  const slopes: Digest[] = [];
  for (let edge = 0; edge < 4; edge++) {
    const by = edge % 2 === 1 ? -nudge : nudge;
    const nudged = digestIn(window.map((place, i) => (i === edge ? place + by : place)) as unknown as Window);
    if (!nudged) return null;
    slopes.push(nudged.map((value, i) => (value - digest[i]!) / by));
  }
  return slopes;
}

function stepOf(wanted: Digest, digest: Digest, slopes: Digest[]): Float64Array {
  const normal = new Float64Array(16);
  const step = new Float64Array(4);
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j <= i; j++) normal[i * 4 + j] = product(slopes[i]!, slopes[j]!);
    // Slightly damped: where nothing changes with an edge, it stays.
    normal[i * 5] = normal[i * 5]! * 1.01 + 1e-6;
    step[i] = product(slopes[i]!, wanted) - product(slopes[i]!, digest);
  }
  solvePositiveDefinite(normal, 4, step);
  return step;
}

function product(a: Digest, b: Digest): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function movedBy(window: Window, step: Float64Array): Window {
  const moved = window.map((place, edge) => {
    const to = place + clamp(step[edge]!, -longestMove, longestMove);
    return edge % 2 === 1 ? clamp(to, 1 - deepest, 1) : clamp(to, 0, deepest);
  });
  return moved as unknown as Window;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
