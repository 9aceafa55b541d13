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
 * measured ceilings it adds what answers tell of each torn image (`evidenceOf`): a released number as much as gains `0.32 sqrt(u / n)`, an
 * answer that climbs at the rate q in proportion to `density(quantile(q))^2 / (q (1 - q))`. Of other sizes it tells in proportion to `1 / n`.
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
  const number = evidenceOf(0.32 * Math.sqrt(unsure / measured.images), unsure);
  const limit = climbLimit(measured.policy);
  const worthOf = ({ teams, bias }: MeasuredCeiling) =>
    Math.max(0, evidenceOf(bias, unsure) - teams * limit * number) /
    (teams * tellingOf(measured.lifetime - 1, limit - 1));
  const telling = tellingOf(submissions - teams, climbs - teams);
  const evidence = (climbs + numbersBeside) * number + telling * interpolate(rows, teams, worthOf);
  return biasOfEvidence((evidence * measured.images) / images, unsure);
}

/**
 * What an attacker knows of each torn image who gains this bias, as the square of its signal in standard deviations: it takes the right side
 * with the chance `distribution(sqrt(evidence))`, and evidence adds up.
 */
function evidenceOf(bias: number, unsure: number): number {
  return scales.probit.forward(0.5 + bias / unsure) ** 2;
}

function biasOfEvidence(evidence: number, unsure: number): number {
  return unsure * (scales.probit.back(Math.sqrt(evidence)) - 0.5);
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
