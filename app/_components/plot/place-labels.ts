import type { Frame } from "./frame";

/** A name to be written beside a point; earlier ones are placed first. */
export interface LabelWish {
  id: string;
  text: string;
  x: number;
  y: number;
}

/** Where it is written: `x` is the start of the text (or its end, by `anchor`), `y` its baseline; px. */
export interface PlacedLabel extends LabelWish {
  anchor: "start" | "end" | "middle";
  textX: number;
  textY: number;
  /** Far enough from its point that a line should lead to it. */
  led: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const perLetter = 6.3;
const [ascent, descent] = [10, 4];
const clear = 1;

type Seat = [dx: number, dyOfBaseline: number, anchor: PlacedLabel["anchor"]];

const nearSeats: Seat[] = [
  [9, 4, "start"],
  [-9, 4, "end"],
  [8, -7, "start"],
  [-8, 15, "end"],
  [-8, -7, "end"],
  [8, 15, "start"],
  [0, -11, "middle"],
  [0, 20, "middle"],
];

/** Further away, with a line that leads there. */
const farSeats: Seat[] = [
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

/** No seat lies further from its point than this, px. */
const farthest = 90;

interface Place {
  x: number;
  y: number;
}

/**
 * Names that cover neither each other, nor a point, nor the frame's edge, nor, where it can be helped, a line. Each takes the
 * first free seat around its point; one that finds none is not written (the table has it).
 * @param lines places along lines, px
 */
export function placeLabels(input: {
  wishes: readonly LabelWish[];
  points: readonly Place[];
  lines: readonly Place[];
  frame: Frame;
}): PlacedLabel[] {
  const { wishes, points, lines, frame } = input;
  const taken: Box[] = [];
  return wishes.flatMap((wish) => {
    const reach = { x: textWidth(wish.text) + farthest, y: farthest };
    const isNear = ({ x, y }: Place) => Math.abs(x - wish.x) < reach.x && Math.abs(y - wish.y) < reach.y;
    const nearPoints = points.filter(isNear);
    const nearAll = [...nearPoints, ...lines.filter(isNear)];
    const seated = (seats: Seat[], led: boolean, avoided: readonly Place[]) =>
      seats
        .map(([dx, dy, anchor]) => ({ ...wish, anchor, textX: wish.x + dx, textY: wish.y + dy, led }))
        .find((label) => {
          const box = boxOf(label);
          const crowded = taken.some((other) => overlap(box, other));
          return isInside(box, frame) && !crowded && !avoided.some((place) => covers(box, place));
        });
    const label =
      seated(nearSeats, false, nearAll) ??
      seated(nearSeats, false, nearPoints) ??
      seated(farSeats, true, nearAll);
    if (!label) return [];
    taken.push(boxOf(label));
    return [label];
  });
}

/** Width of a text in the figure's type, px; an estimate that errs on the wide side. */
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
  a.left < b.right + clear &&
  b.left < a.right + clear &&
  a.top < b.bottom + clear &&
  b.top < a.bottom + clear;

const radius = 4;
const covers = (box: Box, point: Place) =>
  point.x > box.left - radius &&
  point.x < box.right + radius &&
  point.y > box.top - radius &&
  point.y < box.bottom + radius;
