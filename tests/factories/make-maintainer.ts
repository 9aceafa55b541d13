import type { AuditorContext, Maintainer, MaintainerContext } from "@/server/context";
import { makeResearcher } from "./make-researcher";
import type { Site } from "./make-site";

/** A maintainer's contexts: of acts under the web role, of queries under the auditor's. */
export async function makeMaintainer(
  site: Site,
): Promise<{ acts: MaintainerContext; reads: AuditorContext }> {
  const viewer = { ...(await makeResearcher(site)), role: "maintainer" } as unknown as Maintainer;
  return { acts: { ...site.web, viewer }, reads: { ...site.auditor, viewer } };
}
