import type { HiddenClaim } from "../server/submissions/evaluation/claim-hidden";
import type { Outcome } from "../server/submissions/evaluation/outcome";
import type { HiddenOutcome } from "../server/submissions/evaluation/record-hidden";
import { countNothing, countVersion } from "./count-version";
import type { EvaluationEffects } from "./evaluation-effects";

/**
 * Runs a claimed submission on its hidden test sets, which share its allowance, and counts. A model that forfeits one forfeits all:
 * which of them comes first must not matter.
 */
export async function countHidden(
  effects: EvaluationEffects,
  claim: HiddenClaim,
  signal: AbortSignal,
): Promise<HiddenOutcome> {
  const startedAt = effects.now();
  const machine = { onMs: 0, waitingMs: 0 };
  const { chunkMs } = claim.allowance;
  let { totalMs, losses, sampleMs } = claim.allowance;
  let { alone } = claim;
  const padding = claim.paddingKey && (await effects.openVersion(claim.paddingKey, claim.preprocessing));
  const outcomes: Outcome[] = [];
  const opened = [];
  for (const { version } of claim.versions) {
    opened.push({
      versionId: version.id,
      open: await effects.openVersion(version.storeKey, claim.preprocessing),
    });
  }
  for (const version of opened) {
    const order = effects.permutation(version.open.labels.length);
    const given = { quiet: true, order, signal, alone, allowance: { totalMs, chunkMs }, losses, sampleMs };
    const run = padding ? { ...given, padding: padding.shard } : given;
    const { ran, outcomes: counted } = await countVersion(effects, claim, version, run);
    alone ||= ran.alone;
    machine.onMs += ran.machine.onMs;
    machine.waitingMs += ran.machine.waitingMs;
    const { forfeited } = ran;
    if (forfeited) {
      const nothing = opened.flatMap((one) => countNothing(claim, one, ran));
      return { outcomes: nothing, startedAt, machine, forfeited };
    }
    totalMs -= ran.cpuMs;
    losses -= ran.lost;
    sampleMs = Math.max(0, sampleMs - ran.cpuMs);
    outcomes.push(...counted);
  }
  return { outcomes, startedAt, machine, forfeited: null };
}
