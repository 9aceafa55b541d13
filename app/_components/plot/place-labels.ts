import type { Frame } from "./frame";

/** The text to be written beside a point at (x, y), px. */
export interface Label {
  id: string;
  text: string;
  x: number;
  y: number;
}

/** A label with the place of its text: `textX` is its start, middle or end, by `anchor`, `textY` its baseline; px. */
export interface PlacedLabel extends Label {
  anchor: "start" | "end" | "middle";
  textX: number;
  textY: number;
  /** Far enough from its point that a leader line should connect them. */
  hasLeader: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const perLetter = 6.3;
const [ascent, descent] = [10, 4];
const clearance = 1;
const pointRadius = 4;

type Offset = [dx: number, dyOfBaseline: number, anchor: PlacedLabel["anchor"]];

const nearOffsets: Offset[] = [
  [9, 4, "start"],
  [-9, 4, "end"],
  [8, -7, "start"],
  [-8, 15, "end"],
  [-8, -7, "end"],
  [8, 15, "start"],
  [0, -11, "middle"],
  [0, 20, "middle"],
];

/** Further away, with a leader line. */
const farOffsets: Offset[] = [
  [20, 26, "start"],
  [-20, -20, "end"],
  [34, 42, "start"],
  [-34, -36, "end"],
  [12, -34, "start"],
  [-12, 40, "end"],
  [30, -58, "start"],
  [52, 60, "start"],
  [-52, -54, "end"],
];

/** No offset is larger than this, px. */
const farthest = 90;

interface Position {
  x: number;
  y: number;
}

/**
 * Places labels so that they cover neither each other, nor a point, nor the frame's edge, nor a line. Each takes
 * the first free offset from its point, earlier labels first; one that finds none is left out.
 * @param lines positions along lines, px
 */
export function placeLabels(input: {
  labels: readonly Label[];
  points: readonly Position[];
  lines: readonly Position[];
  frame: Frame;
}): PlacedLabel[] {
  const { labels, points, lines, frame } = input;
  const taken: Box[] = [];
  return labels.flatMap((label) => {
    const reach = { x: textWidth(label.text) + farthest, y: farthest };
    const isNear = ({ x, y }: Position) => Math.abs(x - label.x) < reach.x && Math.abs(y - label.y) < reach.y;
    const near = [...points, ...lines].filter(isNear);
    const firstFree = (offsets: Offset[], hasLeader: boolean) =>
      offsets
        .map(([dx, dy, anchor]) => ({
          ...label,
          anchor,
          textX: label.x + dx,
          textY: label.y + dy,
          hasLeader,
        }))
        .find((candidate) => {
          const box = boxOf(candidate);
          const overlaps = taken.some((other) => overlap(box, other));
          return isInside(box, frame) && !overlaps && !near.some((position) => covers(box, position));
        });
    const placed = firstFree(nearOffsets, false) ?? firstFree(farOffsets, true);
    if (!placed) return [];
    taken.push(boxOf(placed));
    return [placed];
  });
}

/** The width of a text in the figure's type, px; an estimate that errs on the wide side. */
export const textWidth = (text: string): number => text.length * perLetter;

function boxOf({ text, anchor, textX, textY }: PlacedLabel): Box {
  const width = textWidth(text);
  const left = anchor === "start" ? textX : anchor === "end" ? textX - width : textX - width / 2;
  return { left, right: left + width, top: textY - ascent, bottom: textY + descent };
}

const isInside = (box: Box, frame: Frame) =>
  box.left >= frame.left + 2 &&
  box.right <= frame.right &&
  box.top >= frame.top &&
  box.bottom <= frame.bottom;

const overlap = (a: Box, b: Box) =>
  a.left < b.right + clearance &&
  b.left < a.right + clearance &&
  a.top < b.bottom + clearance &&
  b.top < a.bottom + clearance;

const covers = (box: Box, { x, y }: Position) =>
  x > box.left - pointRadius &&
  x < box.right + pointRadius &&
  y > box.top - pointRadius &&
  y < box.bottom + pointRadius;
