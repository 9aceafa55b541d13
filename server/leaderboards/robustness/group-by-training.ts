import { median } from "d3-array";
import { trainings } from "../../evaluation/training";
import type { LeaderboardRow } from "../schemas/leaderboard-schema";
import type { RobustnessGroup } from "../schemas/robustness-schema";

/** What is seen of each training group among rows with a distance from the line, in the order of the list, undeclared ones last. */
export function groupByTraining(
  rows: readonly Pick<LeaderboardRow, "training" | "residual" | "mark" | "kind" | "notInFit">[],
): RobustnessGroup[] {
  return [...trainings, null].flatMap((training) => {
    const own = rows.filter((row) => row.training === training && row.residual !== null);
    if (own.length === 0) return [];
    const distances = own.map(({ residual }) => residual!).toSorted((a, b) => a - b);
    return [
      {
        training,
        models: own.length,
        fitted: own.filter(({ kind, notInFit }) => kind === "reference" && notInFit === null).length,
        above: own.filter(({ mark }) => mark === "above").length,
        below: own.filter(({ mark }) => mark === "below").length,
        median: median(distances)!,
        least: distances[0]!,
        most: distances.at(-1)!,
      },
    ];
  });
}
