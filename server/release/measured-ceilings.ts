/**
 * What the strongest simulated attack reaches against the default policy when `teams` accounts have spent all of their
 * submissions: `bias` is released minus true accuracy as a fraction, `unsure` the share of images torn between two labels. A
 * measurement, not a bound: a better attack may reach more, but none can exceed `biasCeiling`.
 */
export type MeasuredCeiling = {
  readonly images: number;
  readonly unsure: number;
  readonly teams: number;
  readonly attack: "sandbag" | "inference";
  readonly bias: number;
  readonly standardError: number;
  readonly repetitions: number;
};

type Row = [number, number, number, MeasuredCeiling["attack"], number, number, number];

/**
 * As many teams as the default first-release budget admits: 100 for 10,000 images, 20 for 2,000. Bias and standard error are
 * fractions.
 */
const rows: Row[] = [
  [10_000, 0.3, 1, "inference", 0.00812, 0.00015, 200],
  [10_000, 0.3, 3, "inference", 0.01402, 0.00016, 200],
  [10_000, 0.3, 10, "inference", 0.02483, 0.00027, 80],
  [10_000, 0.3, 30, "inference", 0.04395, 0.00036, 40],
  [10_000, 0.3, 100, "inference", 0.07912, 0.00048, 20],
  [10_000, 0.1, 1, "inference", 0.00442, 0.0001, 200],
  [10_000, 0.1, 3, "inference", 0.00727, 9e-5, 200],
  [10_000, 0.1, 10, "inference", 0.01317, 0.00015, 80],
  [10_000, 0.1, 30, "inference", 0.02263, 0.00021, 40],
  [10_000, 0.1, 100, "inference", 0.03906, 0.00018, 20],
  [2000, 0.3, 1, "inference", 0.01261, 0.00032, 200],
  [2000, 0.3, 3, "inference", 0.01913, 0.00035, 200],
  [2000, 0.3, 10, "inference", 0.03604, 0.00053, 80],
  [2000, 0.3, 20, "inference", 0.04935, 0.00089, 40],
  [2000, 0.1, 1, "inference", 0.00601, 0.00017, 200],
  [2000, 0.1, 3, "inference", 0.00973, 0.00019, 200],
  [2000, 0.1, 10, "inference", 0.01774, 0.00032, 80],
  [2000, 0.1, 20, "inference", 0.02563, 0.00045, 40],
];

/**
 * The table, measured on `measuredOn` with the seed `ceilingSeed`. `npm run bench -- ceilings` measures it again: the same seed
 * gives the same rows as long as neither the default policies nor the attacks change.
 */
export const measuredCeilings: readonly MeasuredCeiling[] = rows.map(
  ([images, unsure, teams, attack, bias, standardError, repetitions]) => ({
    images,
    unsure,
    teams,
    attack,
    bias,
    standardError,
    repetitions,
  }),
);

/** The share of torn images that meters assume for an attacker: the larger of those measured. */
export const meteredUnsure = 0.3;

export const ceilingSeed = 1;
export const measuredOn = "2026-11-24";
