import type { MeasuredModel } from "@/server/statistics/deviation";
import { type ClimbedEntry, deviations, type ReferenceModel } from "@/server/statistics/deviations";
import { type ScaleName, scales } from "@/server/statistics/scale";
import { seededRandom } from "@/server/statistics/seeded-random";
import { benchFamilies } from "./families";
import { selectionCoverage } from "./selection";

const step = 0.01;
const teams = 20;
const originalImages = 50_000;
const newImages = 10_000;
/** Slope, intercept and scatter close to what the paper's 64 ImageNet models show in each scale. */
const worlds: Record<ScaleName, { slope: number; intercept: number; scatter: number }> = {
  linear: { slope: 1.11, intercept: -0.2, scatter: 0.004 },
  logit: { slope: 0.93, intercept: -0.503, scatter: 0.019 },
  probit: { slope: 1, intercept: -0.33, scatter: 0.012 },
};
const sizes = [
  { models: 8, runs: 3000 },
  { models: 16, runs: 3000 },
  { models: 32, runs: 2000 },
  { models: 66, runs: 2000 },
  { models: 200, runs: 1000 },
  { models: 600, runs: 600 },
  { models: 1500, runs: 400 },
];

/** Original accuracies of reference models, and of entries better than all of them. */
const among: Range = [0.55, 0.85];
const beyond: Range = [0.88, 0.92];

type Range = [from: number, to: number];
type World = ReturnType<typeof makeWorld>;

/** Models whose true accuracies lie on a line but for a real scatter, counted over test sets of finite size. */
function makeWorld(scaleName: ScaleName, seed: number, entriesFrom: Range = among) {
  const random = seededRandom(seed);
  const scale = scales[scaleName];
  const { slope, intercept, scatter } = worlds[scaleName];
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  const count = (accuracy: number, images: number) => {
    const correct = Math.round(images * accuracy + Math.sqrt(images * accuracy * (1 - accuracy)) * normal());
    return Math.min(images, Math.max(0, correct)) / images;
  };
  const draw = ([from, to]: Range, shift = 0, attempts = 1): MeasuredModel => {
    const original = from + (to - from) * random.fraction();
    const onLine = intercept + slope * scale.forward(original) + scatter * normal();
    const accuracy = scale.back(onLine) + shift;
    let best = 0;
    for (let i = 0; i < attempts; i++) best = Math.max(best, count(accuracy, newImages));
    return {
      original: { accuracy: count(original, originalImages), total: originalImages },
      new: { accuracy: best, total: newImages },
    };
  };
  const references = (models: number): ReferenceModel[] =>
    Array.from({ length: models }, (_, i) => ({ id: `r${i}`, ...draw(among) }));
  const entry = (team: number, shift = 0, attempts = 1): ClimbedEntry => {
    const model = draw(entriesFrom, shift, attempts);
    model.new.accuracy = Math.round(model.new.accuracy / step) * step;
    return { ...model, step, id: `e${team}`, team: `t${team}`, decidedAt: 0 };
  };
  return { references, entry };
}

const crowd = (world: World, size: number) => Array.from({ length: size }, (_, team) => world.entry(team));
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Runs with any false mark where models truly lie on a line of the scale `truth` and are judged on `scale`. */
function falseMarks(
  truth: ScaleName,
  scale: ScaleName,
  models: number,
  runs: number,
  entriesFrom = among,
): string {
  const world = makeWorld(truth, models, entriesFrom);
  let [ofReferences, ofEntries] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const found = deviations({ references: world.references(models), entries: crowd(world, teams), scale });
    if (found.references.some(({ mark }) => mark)) ofReferences += 1;
    if (found.entries.some(({ mark }) => mark)) ofEntries += 1;
  }
  const error = percent(Math.sqrt((0.05 * 0.95) / runs));
  return `references ${percent(ofReferences / runs)}, entries ${percent(ofEntries / runs)} (standard error ${error})`;
}

/** How often a team whose model is truly off by `shift`, or that sends `attempts` equal models, is marked above. */
function marked(models: number, runs: number, shift: number, attempts: number) {
  const world = makeWorld("probit", 1000 + models);
  let [marks, residual] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const entries = [world.entry(0, shift, attempts), ...crowd(world, teams).slice(1)];
    const [first] = deviations({ references: world.references(models), entries, scale: "probit" }).entries;
    if (first?.mark === "above") marks += 1;
    residual += first?.deviation?.residual ?? 0;
  }
  return `marked ${percent(marks / runs)}, residual ${((100 * residual) / runs).toFixed(2)} points on average`;
}

/**
 * How the marks behave where the truth is known. Under the global null (every model on the line but for real scatter and
 * binomial noise, entries rounded to 0.01) it counts the runs with any false mark, per family, at 8 to 1,500 reference
 * models, and where the line is straight on another scale than the one judged on; then the true deviations found, and what choosing the luckiest of many equal models buys when every one is answered.
 */
export async function benchCalibration(): Promise<void> {
  for (const scale of ["linear", "logit", "probit"] as const) {
    for (const { models, runs } of sizes) {
      console.log(`null, ${scale}, ${models} reference models: ${falseMarks(scale, scale, models, runs)}`);
    }
  }
  for (const truth of ["linear", "logit", "probit"] as const) {
    for (const scale of ["linear", "logit", "probit"] as const) {
      if (truth === scale) continue;
      const found = falseMarks(truth, scale, 66, 1000);
      const far = falseMarks(truth, scale, 66, 1000, beyond);
      console.log(
        `null, truth ${truth}, judged on ${scale}, 66 reference models: ${found}; entries beyond them: ${far}`,
      );
    }
  }
  for (const shift of [0.01, 0.02, 0.03, 0.05]) {
    console.log(`truly ${100 * shift} points above, 66 reference models: ${marked(66, 1000, shift, 1)}`);
  }
  for (const attempts of [1, 10, 30, 100]) {
    console.log(
      `luckiest of ${attempts} equal models, 66 reference models: ${marked(66, 1000, 0, attempts)}`,
    );
  }
  benchFamilies();
  for (const images of [10_000, 2_000]) {
    for (const spread of [0.03, 0]) {
      for (const attempts of [5, 20, 100]) {
        const found = selectionCoverage({ images, attempts, spread, boards: 500, teamsOnBoard: 40 });
        console.log(
          `released intervals, ${images} images, teams that differ by ${100 * spread} points, ${attempts} equal models each: they cover in ${percent(found.teams)}, leaders of 40 teams in ${percent(found.leaders)}`,
        );
      }
    }
  }
}
