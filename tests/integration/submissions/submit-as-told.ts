import type { Researcher } from "@/server/context";
import type { Site } from "../../factories/make-site";
import { makeSubmission } from "../../factories/make-submission";
import { evaluateAsTold, type Wrong } from "./evaluate-as-told";
import { releaseAt } from "./release-at";

/** A submission evaluated as told on hidden images, and its team's waiting ones released as soon as it is due. */
export async function submitAsTold(
  site: Site,
  {
    hidden,
    ...given
  }: { benchmark: { id: string }; viewer: Researcher; name?: string; atLeast?: number; hidden: Wrong },
): Promise<string> {
  const id = await makeSubmission(site, given);
  const due = await evaluateAsTold(site, id, { hidden });
  await releaseAt(site, due, given);
  return id;
}
