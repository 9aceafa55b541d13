import { referenceValues } from "../reference-data";

export type Quantile = {
  interval95: [number, number];
  width: number;
  accept_low: [number, number];
  accept_high: [number, number];
};
type ByScale<Value> = Record<"linear" | "logit" | "probit", Value>;
type Line = { slope: Quantile; intercept: Quantile };
type Replayed = ByScale<{ slope: number; intercept: number }>;

export type Board = {
  models: number;
  n_original: number;
  n_new: number;
  results: Record<
    "models" | "images" | "both" | "both_formula" | "both_gauss_exact_cov" | "images_formula",
    ByScale<Line>
  >;
  average_change_over_images: {
    estimate: number;
    se_closed_form: number;
    interval95_closed_form: [number, number];
    se_counts_only_formula: number;
  };
  attenuation_of_slope: ByScale<{ exact_covariance: number; formula: number }>;
  counts: { original_correct: number[]; new_correct: number[] };
};

/** What the tests read of `two-level.json`; its own `definitions` say what each number is. */
export type TwoLevelValues = {
  cifar: Board;
  imagenet_matched_frequency_64: Board;
  timm_1556: Board;
  curvature: Record<string, ByScale<{ t_quadratic: number; loo_rmse_points: number }>>;
  constant_shift: Record<string, Record<string, ByScale<number>>>;
  exact_checks: {
    replays: {
      seed: number;
      average_change_images: number;
      original_correct: number[];
      new_correct: number[];
      model_indices: number[];
      both: Replayed;
      images: Replayed;
    }[];
    formula_toy: {
      accuracies: number[];
      n: number;
      z_in_order_of_rising_accuracy: number[];
      e_in_model_order: number[];
      noise_in_model_order: number[];
      covariance_times_n: number[][];
    };
  };
};

export const twoLevelValues = referenceValues<TwoLevelValues>("two-level.json");
