import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";

type Marked = Pick<PlotPoint, "kind" | "held" | "mark">;

const kinds: (Marked & { words: string })[] = [
  { kind: "reference", held: false, mark: null, words: "reference model" },
  { kind: "entry", held: false, mark: null, words: "entry" },
  { kind: "entry", held: true, mark: null, words: "held, at its team's rung" },
  { kind: "reference", held: false, mark: "above", words: "above the line" },
  { kind: "reference", held: false, mark: "below", words: "below the line" },
];

/** The kinds of mark that occur among points, with what they mean. */
export function kindsOfMark(points: readonly Marked[]): readonly (Marked & { words: string })[] {
  return kinds.filter((kind) =>
    points.some((point) => {
      if (kind.mark) return point.mark === kind.mark && !point.held;
      return point.kind === kind.kind && point.held === kind.held && (point.held || point.mark === null);
    }),
  );
}
