import { metricLabel } from "@/server/evaluation/metric";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { counted } from "../numbers/count";
import type { FigureWords } from "./drawing/draw-figure";

/** The description and the axis titles of a benchmark's figure. */
export function figureWords(benchmark: string, { testSet, metric, shown }: FigureFacts): FigureWords {
  const top = metricLabel(metric);
  const models = counted(shown, "model");
  return {
    summary: `${benchmark}: new accuracy (${testSet ?? "no new test set"}, ${top}) against original accuracy of ${models}, with the fitted line. The table below has the numbers.`,
    titles: {
      x: `Original accuracy, ${top} (%)`,
      y: testSet ? `New accuracy, ${testSet} (%)` : "New accuracy (%)",
    },
  };
}
