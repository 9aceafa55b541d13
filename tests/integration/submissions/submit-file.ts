import type { Researcher } from "@/server/context";
import { submissionInputSchema } from "@/server/submissions/submission-schema";
import { submitModel } from "@/server/submissions/submit-model";
import { as } from "../../factories/as";
import type { Site } from "../../factories/make-site";

/** Submits a stored model file as its team does. */
export function submitFile(
  site: Site,
  given: { benchmark: { slug: string }; viewer: Researcher; modelHash: string; atLeast?: number },
) {
  const { benchmark, viewer, modelHash, atLeast } = given;
  const declared = submissionInputSchema.parse({ benchmark: benchmark.slug, name: "mine", atLeast });
  return submitModel({ ctx: as(site, viewer), input: { modelHash, declaration: declared } });
}
