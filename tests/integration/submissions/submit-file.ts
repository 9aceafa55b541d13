import type { Researcher } from "@/server/context";
import { submissionInputSchema } from "@/server/submissions/submission-schema";
import { submitModel } from "@/server/submissions/submit-model";
import { as } from "../../factories/as";
import type { Site } from "../../factories/make-site";

/** Submits a stored model file as its team does. */
export function submitFile(
  site: Site,
  given: { benchmark: { slug: string }; viewer: Researcher; modelHash: string },
) {
  const { benchmark, viewer, modelHash } = given;
  const declared = submissionInputSchema.parse({ benchmark: benchmark.slug, name: "mine" });
  return submitModel({ ctx: as(site, viewer), input: { ...declared, modelHash } });
}
