import { createHash } from "node:crypto";
import type { TrendModel } from "../../statistics/trend";
import type { Point } from "../load-points";
import type { LeaderboardQuery } from "../schemas/leaderboard-query";

/** The options of stored fits. */
export const fitOptions = { resamples: 100_000, seed: 1 };

/** The models of a line: reference models, excluded ones marked as such, and with `climbed` the climbed entries too. */
export function fitModels(points: readonly Point[], which: LeaderboardQuery["points"]): TrendModel[] {
  return points.flatMap(({ kind, name, original, new: released, disqualified, notInFit }) =>
    original && released && !disqualified && (kind === "reference" || which === "climbed")
      ? [{ name, original: original.accuracy, new: released.accuracy, inFit: notInFit === null }]
      : [],
  );
}

/** A digest of everything that the fit of these models depends on: equal digests mean equal fits. */
export function fitBasis(models: readonly TrendModel[]): string {
  const places = models.filter((model) => model.inFit).map((model) => [model.original, model.new]);
  return createHash("sha256")
    .update(JSON.stringify([fitOptions, places]))
    .digest("hex");
}
