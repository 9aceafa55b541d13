import { createHash } from "node:crypto";
import type { FitPlan } from "./plan-fit";

/** The options of stored fits. */
export const fitOptions = { resamples: 100_000, seed: 1 };

/** Raised whenever a fit of the same models would come out otherwise than before. */
const method = "over models and images";

/** A digest of everything that a fit depends on: equal digests mean equal fits. */
export function fitBasis({ models, images }: FitPlan): string {
  const places = models
    .filter((model) => model.inFit)
    .map((model) => [
      model.original,
      model.new,
      model.images.original,
      model.images.new,
      answersOf(model, images),
      // A model of no family has the digest that it had before there were any.
      ...(model.family ? [model.family] : []),
    ]);
  return createHash("sha256")
    .update(JSON.stringify([method, fitOptions, images, places]))
    .digest("hex");
}

function answersOf({ answeredBy }: FitPlan["models"][number], images: FitPlan["images"]): string | null {
  return images.known === "outcomes" ? answeredBy : null;
}
