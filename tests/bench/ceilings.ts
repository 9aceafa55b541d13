import { runAttack } from "@/server/release/attacks/run-attack";
import { defaultPolicy } from "@/server/release/default-policy";
import { ceilingSeed } from "@/server/release/measured-ceilings";

/** Not climbing or boosting: the number shown for them carries half a step of rounding besides what was learnt. */
const kinds = ["sandbag", "inference"] as const;
const repetitionsOf = (teams: number) => (teams <= 3 ? 200 : teams <= 10 ? 80 : teams <= 30 ? 40 : 20);
/** As many teams as the first-release budget of a pool lets in without a maintainer: n/100, at most 100. */
const shapes: [images: number, teams: number[]][] = [
  [10_000, [1, 3, 10, 30, 100]],
  [2000, [1, 3, 10, 20]],
];

/**
 * What the strongest attacks reach against the default policies with all of their budgets spent, as rows of
 * server/release/measured-ceilings.ts; the same seed gives the same rows. About seven minutes.
 */
export function benchCeilings(): void {
  for (const [images, teamCounts] of shapes) {
    const { policy, lifetime } = defaultPolicy(images);
    for (const unsure of [0.3, 0.1]) {
      for (const teams of teamCounts) {
        const plan = { policy, images, classes: 2, unsure, teams, submissions: lifetime, signed: false };
        const repetitions = repetitionsOf(teams);
        const results = kinds.map((kind) => {
          const { mean, sd } = runAttack({ ...plan, kind }, { repetitions, seed: ceilingSeed }).at(-1)!;
          return { attack: kind, bias: round(mean), standardError: round(sd / Math.sqrt(repetitions)) };
        });
        const strongest = results.reduce((a, b) => (b.bias > a.bias ? b : a));
        console.log(JSON.stringify({ images, unsure, teams, ...strongest, repetitions, results }));
      }
    }
  }
}

function round(share: number): number {
  return Math.round(share * 1e5) / 1e5;
}
