import { z } from "zod";
import { climbChance } from "./climb-chance";
import type { Policy } from "./policy";

/** The share of images on which one of two neighbours among real models is right and the other wrong: 10 to 21 % (64 models, CIFAR-10.1). */
export const usualDifference = 0.16;

/** Gains and differences worth a line. */
export const tabledGains = [0, 0.005, 0.01, 0.02, 0.03] as const;
const tabledDifferences = [0.1, usualDifference, 0.21] as const;

/** How often an honest submission climbs, by its true gain (a column each) and by the share of images on which it differs (a row each). */
export const climbTableSchema = z.object({
  step: z
    .number()
    .describe("what a climb takes at least, noise aside, and what scores are rounded to; a fraction"),
  even: z
    .number()
    .describe("the gain with which a climb is as likely as not, where 16 % of the images differ; a fraction"),
  rows: z.array(
    z.object({
      differ: z.number().describe("share of the images on which one model is right and the other wrong"),
      chances: z.array(z.number()).describe("of gains of 0, 0.5, 1, 2 and 3 points"),
    }),
  ),
});
export type ClimbTable = z.infer<typeof climbTableSchema>;

/** The table of a pool of so many images; null where its policy is no gated ladder. */
export function climbTable(policy: Policy, images: number): ClimbTable | null {
  switch (policy.kind) {
    case "gated-ladder": {
      const chance = (differ: number, gain: number) => climbChance({ policy, images, differ, gain });
      return {
        step: Number(policy.eta),
        even: gainOfEvenChance((gain) => chance(usualDifference, gain)),
        rows: tabledDifferences.map((differ) => ({
          differ,
          chances: tabledGains.map((gain) => chance(differ, gain)),
        })),
      };
    }
    case "fixed-step-ladder":
    case "parameter-free-ladder":
    case "rounded":
    case "exact":
      return null;
  }
}

/** To a tenth of a thousandth, by bisection. */
function gainOfEvenChance(chance: (gain: number) => number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (chance(middle) < 0.5) low = middle;
    else high = middle;
  }
  return high;
}
