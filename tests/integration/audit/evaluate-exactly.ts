import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { claimOriginal } from "@/server/submissions/evaluation/claim-original";
import type { Outcome } from "@/server/submissions/evaluation/outcome";
import { recordHidden } from "@/server/submissions/evaluation/record-hidden";
import { recordOriginal } from "@/server/submissions/evaluation/record-original";
import type { Site } from "../../factories/make-site";

const ran = { device: "cpu", threads: 1, runtime: "told", sandbox: "none", elapsedMs: 10 };

/**
 * Takes a queued submission up to its recorded hidden outcome, with the wrong images of each part told: a set with an audit part
 * has the parts `guarded` and `audit`, another `all`. A wrong image is predicted as class 1, a right one as 0.
 */
export async function evaluateExactly(
  site: Site,
  submissionId: string,
  wrong: { guarded: (image: number) => boolean; audit?: (image: number) => boolean },
): Promise<Date> {
  const ctx = site.worker;
  const plan = await claimOriginal({ ctx, input: { submissionId } });
  const originals = plan!.versions.map(({ version }) =>
    outcome(version.id, "all", version.images, (image) => image < 100),
  );
  await recordOriginal({ ctx, input: { submissionId, outcomes: originals } });
  const claim = await claimHidden({ ctx, input: { submissionId } });
  const outcomes = claim!.versions.flatMap(({ version }) =>
    version.auditImages > 0
      ? [
          outcome(version.id, "guarded", version.images, wrong.guarded),
          outcome(version.id, "audit", version.auditImages, wrong.audit ?? wrong.guarded),
        ]
      : [outcome(version.id, "all", version.images, wrong.guarded)],
  );
  const told = { startedAt: site.clock.now, machine: { onMs: 10, waitingMs: 0 }, forfeited: null };
  return (await recordHidden({ ctx, input: { claim: claim!, outcomes, ...told } })).at;
}

function outcome(
  versionId: string,
  part: Outcome["part"],
  total: number,
  isWrong: (image: number) => boolean,
): Outcome {
  const bits = Array.from({ length: total }, (_, image) => (isWrong(image) ? 1 : 0));
  const top1 = total - bits.reduce<number>((sum, bit) => sum + bit, 0);
  return {
    versionId,
    part,
    total,
    top1,
    top5: null,
    wrong: bits,
    predictions: bits,
    unanswered: 0,
    cpuMs: 10,
    largestChunkMs: 1,
    ran,
  };
}
