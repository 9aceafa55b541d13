import { releaseDue } from "@/server/submissions/release/release-due";
import type { Site } from "../../factories/make-site";

interface Waiting {
  benchmark: { id: string };
  viewer: { teamId: string };
}

/** Moves the clock to the due time and releases what a team has waiting; the noise is what `random` draws. */
export function releaseAt(site: Site, due: Date, waiting: Waiting, random?: () => number): Promise<string[]> {
  site.clock.now = new Date(Math.max(site.clock.now.getTime(), due.getTime()));
  return releaseNow(site, waiting, random);
}

/** Releases what a team has waiting and is due. */
export function releaseNow(site: Site, { benchmark, viewer }: Waiting, random = noNoise): Promise<string[]> {
  const input = { teamId: viewer.teamId, benchmarkId: benchmark.id };
  return releaseDue({ ctx: site.worker, input, random });
}

/** The draw that gives z = 0: cos(2 pi / 4) = 0. */
function noNoise() {
  return 0.25;
}
