import type { Researcher, ResearcherContext } from "@/server/context";
import type { Site } from "./make-site";

/** A researcher's context under the web role. */
export function as(site: Site, viewer: Researcher): ResearcherContext {
  return { ...site.web, viewer };
}
