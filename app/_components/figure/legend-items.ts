import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";

type Marked = Pick<PlotPoint, "kind" | "held" | "mark">;

interface LegendItem extends Marked {
  label: string;
}

const items: readonly LegendItem[] = [
  { kind: "reference", held: false, mark: null, label: "reference model" },
  { kind: "entry", held: false, mark: null, label: "entry" },
  { kind: "entry", held: true, mark: null, label: "held, at its team's rung" },
  { kind: "reference", held: false, mark: "above", label: "above the line" },
  { kind: "reference", held: false, mark: "below", label: "below the line" },
];

/** The marks that occur among points, with what each means. */
export function legendItems(points: readonly Marked[]): readonly LegendItem[] {
  return items.filter((item) =>
    points.some((point) => {
      if (item.mark) return point.mark === item.mark && !point.held;
      return point.kind === item.kind && point.held === item.held && (point.held || point.mark === null);
    }),
  );
}
