import { deltaRanks } from "../statistics/delta-ranks";
import { type Compared, causesOf } from "./causes";
import { type Measured, measured } from "./measured";
import { paperModels } from "./models";
import { type TableOneCells, type TableOneColumn, tableOne, tableOneColumns } from "./printed/table-one";
import { type PaperBenchmark, paperTestSets } from "./test-sets";

/** A row of table 1, every printed number beside ours. */
export interface ComparedRow {
  model: string;
  cells: Record<TableOneColumn, Compared>;
}

/** Finer than any printed accuracy: a rank needs counts. */
const millionth = 1_000_000;

const percent = (fraction: number) => (100 * fraction).toFixed(1);

/** Table 1 of the paper beside the same numbers from the models of which results are known, ranked among all of them. */
export function compareTableOne(benchmark: PaperBenchmark): ComparedRow[] {
  const [original, fresh] = paperTestSets[benchmark];
  const models = paperModels[benchmark].map((model) => ({
    name: model.name,
    original: measured(model, original.name),
    fresh: measured(model, fresh.name),
  }));
  const ranks = deltaRanks(
    models.map((model) => ({
      original: { correct: Math.round(model.original.accuracy * millionth), total: millionth },
      newAccuracy: model.fresh.accuracy,
    })),
  );
  return tableOne[benchmark].map(({ model, cells: printed }) => {
    const i = models.findIndex(({ name }) => name === model);
    const here: TableOneCells = {
      originalRank: String(ranks[i]!.original),
      ...textsOf(models[i]!),
      newRank: String(ranks[i]!.new),
      deltaRank: String(ranks[i]!.delta),
    };
    const isPrinted = models[i]!.original.isPrinted;
    const cell = (column: TableOneColumn): Compared => ({
      paper: printed[column],
      here: isPrinted && /^(original|fresh)(?!Rank)/.test(column) ? null : here[column],
      causes: causesOf(model, column),
    });
    const cells = Object.fromEntries(tableOneColumns.map((column) => [column, cell(column)]));
    return { model, cells: cells as Record<TableOneColumn, Compared> };
  });
}

function textsOf({ original, fresh }: { original: Measured; fresh: Measured }) {
  const [first, second] = [original.interval(), fresh.interval()];
  return {
    original: percent(original.accuracy),
    originalLower: percent(first.lower),
    originalUpper: percent(first.upper),
    fresh: percent(fresh.accuracy),
    freshLower: percent(second.lower),
    freshUpper: percent(second.upper),
    gap: percent(original.accuracy - fresh.accuracy),
  };
}
