import type { ScaleName } from "../../statistics/scale";
import type { TrendModel } from "../../statistics/trend";
import type { Point } from "../load-points";
import type { LeaderboardQuery } from "../schemas/leaderboard-query";
import type { TableSet } from "../table-set";

/** A model of a line, with the images behind its accuracies and, if its answers to them are known here, by whom. */
type FitModel = TrendModel & {
  images: Record<"original" | "new", number | null>;
  answeredBy: string | null;
};

/**
 * What is known of the images that the models of a fit share: their answers one by one (`hidden`: to images that nobody may see, so
 * that little may be told of them), only how many there were, or not even that.
 */
type KnownImages =
  | { known: "outcomes"; original: string; new: string; hidden: boolean }
  | { known: "counts" }
  | { known: "nothing" };

/** A fit to be computed: its models, excluded ones marked as such, and how the choice of images enters. */
export type FitPlan = { models: FitModel[]; images: KnownImages };

/**
 * Plans the fit of these points. Answers one by one are used for reference models alone, never for what teams submitted, and for
 * hidden images only on the scale that is judged: the fewer numbers leave, the better.
 */
export function planFit(given: {
  points: readonly Point[];
  which: LeaderboardQuery["points"];
  scale: ScaleName;
  judged: ScaleName;
  original: TableSet | null;
  fresh: TableSet | null;
}): FitPlan {
  const models = fitModels(given.points, given.which);
  return {
    models,
    images: knownImages(
      given,
      models.filter((model) => model.inFit),
    ),
  };
}

/** Reference models, and with `climbed` the climbed entries too. */
function fitModels(points: readonly Point[], which: LeaderboardQuery["points"]): FitModel[] {
  return points.flatMap(
    ({ kind, name, original, new: released, disqualified, notInFit, family, answeredBy }) =>
      original && released && !disqualified && (kind === "reference" || which === "climbed")
        ? [
            {
              name,
              original: original.accuracy,
              new: released.accuracy,
              inFit: notInFit === null,
              family,
              images: { original: original.shown.total, new: released.shown.total },
              answeredBy,
            },
          ]
        : [],
  );
}

function knownImages(
  { which, scale, judged, original, fresh }: Parameters<typeof planFit>[0],
  fitted: FitModel[],
): KnownImages {
  const [first, second] = [original?.versionId, fresh?.versionId];
  const hidden = fresh?.role === "hidden";
  if (first && second && which === "reference" && (!hidden || scale === judged)) {
    const answered = fitted.length > 0 && fitted.every((model) => model.answeredBy !== null);
    if (answered) return { known: "outcomes", original: first, new: second, hidden };
  }
  const counted = fitted.every(({ images }) => images.original !== null && images.new !== null);
  return { known: counted ? "counts" : "nothing" };
}
