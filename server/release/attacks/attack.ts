import type { Policy } from "../policy";

/**
 * An attack on a hidden test set of `images` images under a policy. A share `unsure` of the images is torn between `classes`
 * labels, all equally likely (two for the sandbag and for inference); the attacker knows the others. Each of `teams` colluding
 * accounts makes `submissions` submissions. `signed`: in boosting, vectors below chance vote against themselves.
 */
export type Attack = {
  kind: "boosting" | "climbing" | "sandbag" | "inference";
  policy: Policy;
  images: number;
  classes: number;
  submissions: number;
  unsure: number;
  teams: number;
  signed: boolean;
};

/** Released minus true accuracy, as a fraction, after `submissions` per team: mean and standard deviation over repetitions. */
export type BiasPoint = { submissions: number; mean: number; sd: number };
