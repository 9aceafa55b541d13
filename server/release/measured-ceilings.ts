/**
 * What the strongest attack simulated reaches against the default policy when `teams` accounts have spent all of their submissions:
 * `bias` is released minus true accuracy as a fraction, `unsure` the share of images torn between two labels. A measurement, not a
 * bound: a better attack may reach more, and none may pass `biasCeiling`.
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

/** Teams as the default first-release budget admits: 100 for 10,000 images, 20 for 2,000. Bias and standard error are fractions. */
const rows: Row[] = [
  [10_000, 0.3, 1, "inference", 0.00663, 0.00016, 200],
  [10_000, 0.3, 3, "inference", 0.01094, 0.00017, 200],
  [10_000, 0.3, 10, "inference", 0.01982, 0.00024, 80],
  [10_000, 0.3, 30, "inference", 0.03416, 0.00042, 40],
  [10_000, 0.3, 100, "inference", 0.0623, 0.00041, 20],
  [10_000, 0.1, 1, "inference", 0.00345, 0.0001, 200],
  [10_000, 0.1, 3, "inference", 0.00606, 0.0001, 200],
  [10_000, 0.1, 10, "inference", 0.01065, 0.00014, 80],
  [10_000, 0.1, 30, "inference", 0.01863, 0.0002, 40],
  [10_000, 0.1, 100, "inference", 0.03291, 0.00029, 20],
  [2000, 0.3, 1, "inference", 0.00875, 0.00038, 200],
  [2000, 0.3, 3, "inference", 0.0127, 0.00038, 200],
  [2000, 0.3, 10, "inference", 0.02315, 0.00064, 80],
  [2000, 0.3, 20, "inference", 0.03541, 0.00084, 40],
  [2000, 0.1, 1, "sandbag", 0.00433, 0.00021, 200],
  [2000, 0.1, 3, "inference", 0.0076, 0.00021, 200],
  [2000, 0.1, 10, "inference", 0.01417, 0.00031, 80],
  [2000, 0.1, 20, "inference", 0.02044, 0.00048, 40],
];

/**
 * The table as measured on `measuredOn` with the seed `ceilingSeed`. `npm run bench -- ceilings` measures it again: the same seed
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

/** The share of torn images that meters assume of an attacker: the larger of those measured. */
export const meteredUnsure = 0.3;

export const ceilingSeed = 1;
export const measuredOn = "2026-11-24";
