import type { Researcher } from "@/server/context";
import { makeResearcher } from "./make-researcher";
import type { Site } from "./make-site";

/** Somebody with a personal team that nobody vouches for, as an outside sign-in would have made them. */
export function makeStranger(site: Site): Promise<Researcher> {
  return makeResearcher(site, undefined, false);
}
