import type { HiddenClaim } from "../server/submissions/evaluation/claim-hidden";
import type { Outcome } from "../server/submissions/evaluation/outcome";
import { countVersion } from "./count-version";
import type { EvaluationEffects } from "./evaluation-effects";

/** Reserved at the end of the window for recording the outcome: ms, and a share of the window. */
const recordingMs = 500;
const recordingShare = 0.05;

/**
 * Scores a submission on the hidden test sets, quietly: no failure, no progress, and the result at the time fixed when it was
 * claimed. The worker's hidden slot stays occupied until then, so that the next submission in the queue cannot tell when the
 * model really finished.
 */
export async function evaluateHidden(
  effects: EvaluationEffects,
  job: { submissionId: string; signal: AbortSignal },
) {
  let claim = await claimReady(effects, job.submissionId);
  while (claim) {
    const isReference = claim.kind === "reference";
    if (!claim.recorded && (isReference || !claim.tooLate)) {
      await effects.recordHidden(claim.submissionId, await count(effects, claim, job.signal));
    }
    if (isReference) return effects.recordReference(claim.submissionId);
    await effects.sleepUntil(claim.dueAt, job.signal);
    await effects.releaseDue(claim);
    // Null once it has ended. If recorded but not ended, it waits for an earlier submission by its team, which will release it
    // too. Otherwise a new version of a test set was imported meanwhile, or it was too late after a worker was lost: the next
    // window.
    claim = await claimReady(effects, job.submissionId);
    if (claim?.recorded) return;
  }
}

/** Preparing the pixels for a new input geometry takes long, so it is done before the claim fixes the time. */
async function claimReady(effects: EvaluationEffects, submissionId: string): Promise<HiddenClaim | null> {
  const plan = await effects.planHidden(submissionId);
  for (const { version } of plan?.versions ?? []) {
    await effects.openVersion(version.storeKey, plan!.preprocessing);
  }
  return effects.claimHidden(submissionId);
}

async function count(
  effects: EvaluationEffects,
  claim: HiddenClaim,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const start = effects.now().getTime();
  const due = claim.dueAt.getTime();
  const last = due - recordingMs - recordingShare * Math.max(0, due - start);
  const images = claim.versions.reduce((sum, { version }) => sum + version.images + version.auditImages, 0);
  const outcomes: Outcome[] = [];
  let done = 0;
  for (const { version } of claim.versions) {
    const open = await effects.openVersion(version.storeKey, claim.preprocessing);
    done += open.labels.length;
    // Several test sets share the window in proportion to their images.
    const deadline =
      claim.kind === "reference" ? {} : { deadline: start + ((last - start) * done) / Math.max(1, images) };
    const run = { quiet: true, order: effects.permutation(open.labels.length), signal, ...deadline };
    outcomes.push(...(await countVersion(effects, claim, { versionId: version.id, open }, run)));
  }
  return outcomes;
}
