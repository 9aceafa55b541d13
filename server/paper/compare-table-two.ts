import { type Metric, metrics } from "../evaluation/metric";
import { type AverageChange, averageChange } from "../statistics/images/average-change";
import { noiseOfCounts } from "../statistics/images/noise-of-counts";
import type { Compared } from "./causes";
import { measured } from "./measured";
import { type PaperModel, paperModels } from "./models";
import { type TableTwoRow, tableTwo } from "./printed/table-two";
import { paperTestSets } from "./test-sets";

/** An average change as printed and over all models with known results, and over those of the line, as the board has it. */
export interface ComparedChange extends Compared {
  metric: Metric;
  all: AverageChange;
  fitted: AverageChange;
}

/** Table 2 of the paper, each average change beside ours with its interval over images. */
export function compareTableTwo(): (TableTwoRow & { changes: ComparedChange[] })[] {
  const models = paperModels.imagenet;
  return tableTwo.map((row) => ({
    ...row,
    changes: metrics.map((metric) => {
      const all = changeOver(models, row.testSet, metric);
      return {
        metric,
        paper: row[metric],
        here: pointsText(all.mean),
        causes: row.testSet === "MatchedFrequency" ? (["fv16k"] as const) : [],
        all,
        fitted: changeOver(
          models.filter(({ notInFit }) => notInFit === null),
          row.testSet,
          metric,
        ),
      };
    }),
  }));
}

function changeOver(models: readonly PaperModel[], testSet: string, metric: Metric): AverageChange {
  const noise = (name: string) => {
    const found = models.map((model) => measured(model, name, metric));
    return noiseOfCounts(
      Float64Array.from(found, ({ accuracy }) => accuracy),
      Float64Array.from(found, ({ total }) => total),
    );
  };
  return averageChange(noise(paperTestSets.imagenet[0].name), noise(testSet))!;
}

const pointsText = (change: number) => `${change > 0 ? "+" : ""}${(100 * change).toFixed(1)}`;
