import { scales } from "../statistics/scale";
import { climbLimit } from "./climb-limit";
import { defaultPolicy } from "./default-policy";
import { type MeasuredCeiling, measuredCeilings } from "./measured-ceilings";
import type { GatedLadder, Policy } from "./policy";

/** A pool's counts: `submissions` scored, `climbs` among them (first releases included), `firstReleases` (one per team). */
export type SpentCounts = { submissions: number; climbs: number; firstReleases: number };

/**
 * The bias, as a fraction, that the best simulated attack reaches at these counts, if all are an attacker's and a share `unsure`
 * of the images is torn; null if this was not measured (a policy other than the default, another share). Between measured
 * ceilings it adds up what answers reveal: squared, a first release is worth `0.32^2 u / n`, and an answer that climbs at the
 * rate q is worth a multiple of `density(quantile(q))^2 / (q (1 - q))`. It is within a fifth of simulations with half-spent
 * budgets. Other sizes scale by `1 / sqrt(n)`.
 */
export function bestSimulatedAttack(input: {
  policy: Policy;
  images: number;
  unsure: number;
  spent: SpentCounts;
}): number | null {
  const { policy, images, unsure, spent } = input;
  const standard = defaultPolicy(images);
  if (!decidesAlike(policy, standard.policy)) return null;
  const measuredImages = images >= 8000 ? 10_000 : 2000;
  const rows = measuredCeilings.filter((row) => row.images === measuredImages && row.unsure === unsure);
  if (rows.length === 0) return null;
  const { submissions, climbs, firstReleases: teams } = spent;
  if (teams < 1) return 0;
  const first = (0.32 ** 2 * unsure) / measuredImages;
  const worthOf = ({ teams, bias }: MeasuredCeiling) =>
    (bias ** 2 - teams * first) / (teams * tellingOf(standard.lifetime - 1, climbLimit(standard.policy) - 1));
  const telling = tellingOf(submissions - teams, climbs - teams);
  const squared = teams * first + telling * interpolate(rows, teams, worthOf);
  return Math.min(unsure / 2, Math.sqrt((squared * measuredImages) / images));
}

/** The limit on climbs may differ: the counts give the actual number. */
function decidesAlike(policy: Policy, standard: GatedLadder): boolean {
  switch (policy.kind) {
    case "gated-ladder":
      if ((policy.noisyGate ?? false) !== (standard.noisyGate ?? false)) return false;
      return (["eta", "c", "noise"] as const).every((field) => policy[field] === standard[field]);
    case "fixed-step-ladder":
    case "parameter-free-ladder":
    case "rounded":
    case "exact":
      return false;
  }
}

/** How much `answers` reveal if `climbs` of them were climbs; if none was, half a climb is assumed. */
function tellingOf(answers: number, climbs: number): number {
  if (answers < 1) return 0;
  const rate = Math.min(0.5, Math.max(0.5, climbs) / answers);
  const z = scales.probit.forward(rate);
  return (answers * Math.exp(-z * z)) / (2 * Math.PI) / (rate * (1 - rate));
}

/** Interpolates between rows by the logarithm of their teams; beyond them, takes the nearest row's value. */
function interpolate(
  rows: readonly MeasuredCeiling[],
  teams: number,
  valueOf: (row: MeasuredCeiling) => number,
): number {
  const above = rows.find((row) => row.teams >= teams) ?? rows.at(-1)!;
  const below = rows.findLast((row) => row.teams <= teams) ?? rows[0]!;
  if (above.teams <= below.teams) return valueOf(below);
  const share = Math.log(teams / below.teams) / Math.log(above.teams / below.teams);
  return valueOf(below) + share * (valueOf(above) - valueOf(below));
}
