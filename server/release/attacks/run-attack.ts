import { type SeededRandom, seededRandom } from "../../statistics/seeded-random";
import { answersAlways } from "../answers-always";
import type { Attack, BiasPoint } from "./attack";
import { boost } from "./boosting";
import { checkpoints } from "./checkpoints";
import { climb, climbingBlocks } from "./climbing";
import { inference } from "./inference";
import { inferenceTunings } from "./inference-tunings";
import { sandbag } from "./sandbag";
import { sandbagTunings } from "./sandbag-tunings";
import { weighScores } from "./weigh-scores";

/** A run's progress, in repetitions (the attacker's own trials included), and the bias so far. */
export type AttackProgress = { done: number; of: number; bias: BiasPoint[] };

type Variant = (random: SeededRandom) => number[];

/** Trials use at most this many teams: what works best for them works best for more. */
const mostTrialTeams = 3;

/**
 * Simulates an attack `repetitions` times, deterministic given the seed, and reports the bias at each checkpoint. If the attacker
 * has a choice (block sizes, rates), the options first compete in trials with random numbers of their own, and the strongest is
 * used. `onProgress` is called after every repetition; the run itself never yields, so a page runs it in a worker.
 */
export function runAttack(
  attack: Attack,
  options: { repetitions: number; seed: number; onProgress?: (progress: AttackProgress) => void },
): BiasPoint[] {
  const { repetitions, onProgress } = options;
  const random = seededRandom(options.seed);
  const points = checkpoints(attack.submissions);
  const variants = variantsOf(attack, points);
  const rounds = trialRounds(variants.length, attack.teams);
  const of = rounds.reduce((sum, { keep, each }) => sum + keep * each, repetitions);
  const runs: number[][] = [];
  let done = 0;
  const tick = () => onProgress?.({ done: ++done, of, bias: summarise(points, runs) });
  const trials = variantsOf({ ...attack, teams: Math.min(attack.teams, mostTrialTeams) }, points);
  const strongest = variants[chooseStrongest(trials, rounds, random, tick)]!;
  for (let i = 0; i < repetitions; i++) {
    runs.push(strongest(random));
    tick();
  }
  return summarise(points, runs);
}

function variantsOf(attack: Attack, points: number[]): Variant[] {
  switch (attack.kind) {
    case "boosting":
      return [(random) => boost(attack, points, random)];
    case "climbing":
      return climbingBlocks(attack).map((block) => (random) => climbAsTeams(attack, block, points, random));
    case "sandbag":
    case "inference": {
      if (answersAlways(attack.policy)) return [(random) => weighScores(attack, points, random)];
      return attack.kind === "sandbag"
        ? sandbagTunings(attack).map((tuning) => (random) => sandbag(attack, tuning, points, random))
        : inferenceTunings(attack).map((tuning) => {
            const run = inference(attack, tuning);
            return (random) => run(points, random);
          });
    }
  }
}

/** Teams climb separately; the highest of their rungs counts. */
function climbAsTeams(attack: Attack, block: number, points: number[], random: SeededRandom): number[] {
  const teams = Array.from({ length: attack.teams }, () => climb(attack, block, points, random));
  return points.map((_, column) => Math.max(...teams.map((biases) => biases[column]!)));
}

/** Elimination rounds: how many variants take part, and how often each is run; teams pool their luck, so fewer trials tell as much. */
function trialRounds(variants: number, teams: number): { keep: number; each: number }[] {
  if (variants < 2) return [];
  const share = 1 / Math.sqrt(Math.min(teams, mostTrialTeams));
  return [
    { keep: variants, each: Math.round(4 * share) },
    { keep: Math.min(variants, 6), each: Math.round(8 * share) },
    { keep: Math.min(variants, 2), each: Math.round(20 * share) },
  ];
}

function chooseStrongest(
  variants: Variant[],
  rounds: { keep: number; each: number }[],
  random: SeededRandom,
  tick: () => void,
): number {
  let field = variants.map((variant, index) => ({ variant, index, results: [] as number[] }));
  for (const { keep, each } of rounds) {
    field = field.sort((a, b) => mean(b.results) - mean(a.results)).slice(0, keep);
    for (const { variant, results } of field) {
      for (let i = 0; i < each; i++) {
        results.push(variant(random).at(-1)!);
        tick();
      }
    }
  }
  return field.sort((a, b) => mean(b.results) - mean(a.results))[0]!.index;
}

function summarise(points: number[], runs: number[][]): BiasPoint[] {
  if (runs.length === 0) return [];
  return points.map((submissions, column) => {
    const values = runs.map((run) => run[column]!);
    const centre = mean(values);
    const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    return { submissions, mean: centre, sd: Math.sqrt(squares / Math.max(1, values.length - 1)) };
  });
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
