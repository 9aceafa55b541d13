import { claimHidden, type HiddenClaim } from "@/server/submissions/evaluation/claim-hidden";
import { claimOriginal } from "@/server/submissions/evaluation/claim-original";
import type { Outcome } from "@/server/submissions/evaluation/outcome";
import { recordHidden } from "@/server/submissions/evaluation/record-hidden";
import { recordOriginal } from "@/server/submissions/evaluation/record-original";
import type { Site } from "../../factories/make-site";

/** How many images a model gets wrong, from image `from` on, and how many so among its first five classes. */
export interface Wrong {
  wrong: number;
  from?: number;
  top5?: number;
}

/** Takes a queued submission through the worker's verbs up to the recorded hidden outcome. */
export async function evaluateAsTold(
  site: Site,
  submissionId: string,
  given: { original?: Wrong; hidden: Wrong; second?: Wrong },
): Promise<Date> {
  await scoreOriginal(site, submissionId, given.original);
  return evaluateHiddenAsTold(site, submissionId, given);
}

/** Takes a spent submission up to the recorded hidden outcome; the time is when it is due. */
export async function evaluateHiddenAsTold(
  site: Site,
  submissionId: string,
  given: { hidden: Wrong; second?: Wrong },
): Promise<Date> {
  const claim = (await claimHidden({ ctx: site.worker, input: { submissionId } }))!;
  const outcomes = claim.versions.map(({ version, primary }) =>
    told(version.id, version.images, primary ? given.hidden : (given.second ?? given.hidden)),
  );
  const { now } = site.clock;
  const input = { claim, outcomes, startedAt: now, machine: { onMs: 10, waitingMs: 0 }, forfeited: null };
  return (await recordHidden({ ctx: site.worker, input })).at;
}

/** Takes a queued submission up to the claim of its hidden part. */
export async function claimAsTold(site: Site, submissionId: string, original?: Wrong): Promise<HiddenClaim> {
  await scoreOriginal(site, submissionId, original);
  return (await claimHidden({ ctx: site.worker, input: { submissionId } }))!;
}

/** Takes a queued submission through its original part. */
export async function scoreOriginal(
  { worker: ctx }: Site,
  submissionId: string,
  original: Wrong = { wrong: 100 },
): Promise<void> {
  const plan = await claimOriginal({ ctx, input: { submissionId } });
  const outcomes = plan!.versions.map(({ version }) => told(version.id, version.images, original));
  await recordOriginal({ ctx, input: { submissionId, outcomes } });
}

/** The outcome of a model on all images of a version. */
export function told(versionId: string, total: number, { wrong, from = 0, top5 }: Wrong): Outcome {
  const bits = Array.from({ length: total }, (_, image) => (image >= from && image < from + wrong ? 1 : 0));
  return {
    versionId,
    part: "all",
    total,
    top1: total - wrong,
    top5: top5 === undefined ? null : total - top5,
    wrong: bits,
    predictions: bits,
    unanswered: 0,
    cpuMs: 10,
    largestChunkMs: 1,
    ran: { device: "cpu", threads: 1, runtime: "told", sandbox: "none", elapsedMs: 10 },
  };
}
