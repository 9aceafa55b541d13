import type { GatedLadder } from "./policy";

/**
 * What the strongest attack simulated (`inference`) reaches when `teams` accounts have spent all of their submissions: `bias` is released
 * minus true accuracy as a fraction, `unsure` the share of images torn between two labels. A measurement, not a bound: a better attack
 * may reach more, and none may pass `biasCeiling`.
 */
export type MeasuredCeiling = {
  readonly unsure: number;
  readonly teams: number;
  readonly bias: number;
  readonly standardError: number;
  readonly repetitions: number;
};

/** A policy with the number of submissions that a team has under it, and its ceilings on a test set of `images` images. */
export type MeasuredPolicy = {
  readonly images: number;
  readonly policy: GatedLadder;
  readonly lifetime: number;
  readonly ceilings: readonly MeasuredCeiling[];
};

type Row = [unsure: number, teams: number, bias: number, standardError: number, repetitions: number];

/**
 * The default policies and those that were the default before, which pools keep. `npm run bench -- ceilings` measures all of them again:
 * the seed `ceilingSeed` gives the same rows as long as the attack does not change. More teams than the first-release budget admits come in
 * by approval.
 */
export const measuredPolicies: readonly MeasuredPolicy[] = [
  {
    images: 10_000,
    policy: { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 12, noise: "0.5", noisyGate: true },
    lifetime: 100,
    ceilings: ceilingsOf([
      [0.3, 1, 0.00811, 0.00022, 100],
      [0.3, 3, 0.01321, 0.00032, 60],
      [0.3, 10, 0.0253, 0.00045, 24],
      [0.3, 30, 0.04292, 0.00093, 10],
      [0.3, 100, 0.07725, 0.00089, 4],
      [0.1, 1, 0.00396, 0.00012, 100],
      [0.1, 3, 0.00665, 0.00018, 60],
      [0.1, 10, 0.01248, 0.00023, 24],
      [0.1, 30, 0.02165, 0.00035, 10],
      [0.1, 100, 0.03805, 0.00042, 4],
    ]),
  },
  {
    images: 2000,
    policy: { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 6, noise: "0.5", noisyGate: true },
    lifetime: 30,
    ceilings: ceilingsOf([
      [0.3, 1, 0.01198, 0.0003, 300],
      [0.3, 3, 0.02087, 0.00039, 180],
      [0.3, 10, 0.03841, 0.00064, 72],
      [0.3, 20, 0.0534, 0.00091, 30],
      [0.3, 30, 0.06893, 0.00072, 30],
      [0.3, 100, 0.11583, 0.00144, 12],
      [0.1, 1, 0.00621, 0.00016, 300],
      [0.1, 3, 0.01071, 0.00023, 180],
      [0.1, 10, 0.01969, 0.00028, 72],
      [0.1, 20, 0.02717, 0.0004, 30],
      [0.1, 30, 0.03252, 0.00036, 30],
      [0.1, 100, 0.048, 0.00026, 12],
    ]),
  },
  {
    images: 10_000,
    policy: { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 6, noise: "1" },
    lifetime: 100,
    ceilings: ceilingsOf([
      [0.3, 1, 0.01044, 0.00017, 100],
      [0.3, 3, 0.01655, 0.00027, 60],
      [0.3, 10, 0.03033, 0.00048, 24],
      [0.3, 30, 0.05124, 0.00061, 10],
      [0.3, 100, 0.09733, 0.00065, 4],
      [0.1, 1, 0.00596, 0.00011, 100],
      [0.1, 3, 0.00957, 0.00016, 60],
      [0.1, 10, 0.01793, 0.00022, 24],
      [0.1, 30, 0.03071, 0.0001, 10],
      [0.1, 100, 0.04778, 0.00028, 4],
    ]),
  },
  {
    images: 2000,
    policy: { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 3, noise: "1" },
    lifetime: 30,
    ceilings: ceilingsOf([
      [0.3, 1, 0.01358, 0.00027, 300],
      [0.3, 3, 0.02235, 0.00034, 180],
      [0.3, 10, 0.04078, 0.00059, 72],
      [0.3, 20, 0.05805, 0.00092, 30],
      [0.3, 30, 0.07045, 0.00091, 30],
      [0.3, 100, 0.12704, 0.00105, 12],
      [0.1, 1, 0.00724, 0.00014, 300],
      [0.1, 3, 0.01249, 0.0002, 180],
      [0.1, 10, 0.02306, 0.00033, 72],
      [0.1, 20, 0.0333, 0.00036, 30],
      [0.1, 30, 0.0399, 0.00039, 30],
      [0.1, 100, 0.04929, 0.00019, 12],
    ]),
  },
];

function ceilingsOf(rows: Row[]): MeasuredCeiling[] {
  return rows.map(([unsure, teams, bias, standardError, repetitions]) => ({
    unsure,
    teams,
    bias,
    standardError,
    repetitions,
  }));
}

/** The share of torn images that meters assume of an attacker: the larger of those measured. */
export const meteredUnsure = 0.3;

export const ceilingSeed = 1;
export const measuredOn = "2026-11-27";
