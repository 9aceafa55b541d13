import { releaseIntervals } from "../../release/release-intervals";
import { type CountedModel, fitOverImages } from "../../statistics/images/fit-over-images";
import type { ScaleName } from "../../statistics/scale";
import { trend } from "../../statistics/trend";
import type { FitView } from "../schemas/fit-schema";
import { fitOptions } from "./fit-basis";
import type { Outcomes } from "./load-outcomes";
import type { FitPlan } from "./plan-fit";
import { viewFit } from "./view-fit";

/** All that a fit is computed from; the same question has the same answer, bit for bit. */
export type FitQuestion = {
  plan: FitPlan;
  scale: ScaleName;
  outcomes: Record<"original" | "new", Outcomes> | null;
  /** 0 for what can be had at once, without outcomes. */
  resamples?: number;
};

/** A fit as it may be shown, and the bits that it tells of hidden images. */
export type ComputedFit = { view: FitView; bits: number };

/**
 * Computes a fit whole. Where it rests on answers to hidden images, only the intervals of *both* and of the average change do, and
 * they are released coarsely; band, line and the interval over images come from counts, which are public.
 */
export function computeFit(question: FitQuestion): ComputedFit {
  const { plan, scale, outcomes, resamples = fitOptions.resamples } = question;
  const { models, images } = plan;
  const options = { ...fitOptions, scale, resamples };
  if (images.known === "nothing") return { view: viewFit({ trend: trend(models, options), scale }), bits: 0 };
  const counted = models as CountedModel[];
  const isHidden = outcomes !== null && images.known === "outcomes" && images.hidden;
  const fit = fitOverImages(counted, options, isHidden ? null : outcomes);
  const source = outcomes && !isHidden ? "outcomes" : "counts";
  if (!isHidden || !fit.line || !fit.change) return { view: viewFit({ ...fit, scale, source }), bits: 0 };
  const exact = fitOverImages(counted, options, outcomes);
  if (!exact.line || !exact.change) return { view: viewFit({ ...fit, scale, source }), bits: 0 };
  const { slope, intercept } = fit.trend as { slope: number; intercept: number };
  const { both, change, bits } = releaseIntervals({
    line: { slope, intercept },
    scale,
    exact: { both: exact.line.both, change: exact.change },
    assumed: { both: fit.line.both, change: fit.change },
  });
  return { view: viewFit({ ...fit, scale, source, released: { both, change } }), bits };
}
