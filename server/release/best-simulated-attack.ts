import { scales } from "../statistics/scale";
import { climbLimit } from "./climb-limit";
import { type MeasuredCeiling, type MeasuredPolicy, measuredPolicies } from "./measured-ceilings";
import type { Policy } from "./policy";

/**
 * A pool's counts: `submissions` scored, `climbs` among them with the first releases, `firstReleases` (the teams), and `numbersBeside`, the
 * numbers released beside those that decided: of another metric or test set.
 */
export type SpentCounts = {
  submissions: number;
  climbs: number;
  firstReleases: number;
  numbersBeside?: number;
};

/**
 * The bias, as a fraction, that the best simulated attack reaches at these counts, all of them an attacker's, a share `unsure` of the
 * images torn; null where nothing was measured (another policy than a default of its size, now or formerly; another share). Between
 * measured ceilings it adds what answers tell: squared, a released number is worth `0.32^2 u / n` and an answer that climbs at the rate q
 * in proportion to `density(quantile(q))^2 / (q (1 - q))`. Other sizes scale by `1 / sqrt(n)`.
 */
export function bestSimulatedAttack(input: {
  policy: Policy;
  images: number;
  unsure: number;
  spent: SpentCounts;
}): number | null {
  const { images, unsure, spent } = input;
  const measured = measuredFor(input);
  const rows = measured?.ceilings.filter((row) => row.unsure === unsure) ?? [];
  if (!measured || rows.length === 0) return null;
  const { submissions, climbs, firstReleases: teams, numbersBeside = 0 } = spent;
  if (teams < 1) return 0;
  const number = (0.32 ** 2 * unsure) / measured.images;
  const limit = climbLimit(measured.policy);
  const worthOf = ({ teams, bias }: MeasuredCeiling) =>
    Math.max(0, bias ** 2 - teams * limit * number) / (teams * tellingOf(measured.lifetime - 1, limit - 1));
  const telling = tellingOf(submissions - teams, climbs - teams);
  const squared = (climbs + numbersBeside) * number + telling * interpolate(rows, teams, worthOf);
  return Math.min(unsure / 2, Math.sqrt((squared * measured.images) / images));
}

function measuredFor({ policy, images }: { policy: Policy; images: number }): MeasuredPolicy | undefined {
  const size = images >= 8000 ? 10_000 : 2000;
  return measuredPolicies.find(
    (measured) => measured.images === size && decidesAlike(policy, measured.policy),
  );
}

/** The limit on climbs may differ: the counts say how many there were. */
function decidesAlike(policy: Policy, standard: MeasuredPolicy["policy"]): boolean {
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

/** How much so many answers tell, so many of them climbs; where none climbed, as if half a one had. */
function tellingOf(answers: number, climbs: number): number {
  if (answers < 1) return 0;
  const rate = Math.min(0.5, Math.max(0.5, climbs) / answers);
  const z = scales.probit.forward(rate);
  return (answers * Math.exp(-z * z)) / (2 * Math.PI) / (rate * (1 - rate));
}

/** Between the rows by the logarithm of their teams; beyond them the nearest row's value. */
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
