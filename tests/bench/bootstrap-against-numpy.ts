import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bootstrapFit } from "@/server/statistics/bootstrap-fit";
import { fitOverImages } from "@/server/statistics/images/fit-over-images";
import { resampledLines } from "@/server/statistics/resampled-lines";
import { seededRandom } from "@/server/statistics/seeded-random";
import { trend } from "@/server/statistics/trend";

type Seconds = { fits: number; band: number; slope: [number, number] };
type Job = { x: number[]; y: number[]; grid: number[]; resamples: number; repeats: number };

const resamples = 100_000;
const sizes = [
  { models: 66, repeats: 9 },
  { models: 1_000, repeats: 3 },
  { models: 10_000, repeats: 1 },
];

/**
 * 100,000 pairs-bootstrap fits of 66, 1,000 and 10,000 models, here and in numpy, one thread each, side by side: fits only,
 * and with percentile intervals and a band of 50 places. The fastest of the repeats counts.
 */
export async function benchBootstrap(): Promise<void> {
  for (const { models, repeats } of sizes) {
    const job = drawJob(models, repeats);
    const theirs = timeNumpy(job);
    if (!theirs) {
      console.log("bootstrap: python3 with numpy is not here, nothing to compare with");
      return;
    }
    const ours = timeOurs(job);
    const ratio = (kind: "fits" | "band") =>
      `${kind} ${(ours[kind] * 1000).toFixed(0)} ms, numpy ${(theirs[kind] * 1000).toFixed(0)} ms, ratio ${(ours[kind] / theirs[kind]).toFixed(2)}`;
    console.log(`bootstrap of ${models} models: ${ratio("fits")}; with ${ratio("band")}`);
    console.log(`  slope ${show(ours.slope)}, numpy ${show(theirs.slope)}`);
  }
}

/**
 * A whole fit over models and images (three intervals and the band) against one over models alone, on each scale, from counts and,
 * for 66 models, image by image. In processor time.
 */
export function benchImages(): void {
  for (const { models, repeats } of sizes) {
    const { x, y } = drawJob(models, 1);
    const images = { original: 50_000, new: 10_000 };
    const counted = x.map((original, i) => ({ name: `${i}`, original, new: y[i]!, images }));
    for (const scale of ["linear", "logit", "probit"] as const) {
      const alone = fastest(repeats, () => trend(counted, { scale }), processor);
      const ratio = (seconds: number) =>
        `${(1000 * seconds).toFixed(0)} ms, ratio ${(seconds / alone).toFixed(2)}`;
      const fromCounts = ratio(fastest(repeats, () => fitOverImages(counted, { scale }), processor));
      const line = `${models} models, ${scale}: models alone ${(1000 * alone).toFixed(0)} ms; with images ${fromCounts}`;
      if (models > 100) console.log(line);
      else {
        const outcomes = { original: drawOutcomes(x, 50_000), new: drawOutcomes(y, 10_000) };
        const fromOutcomes = ratio(
          fastest(repeats, () => fitOverImages(counted, { scale }, outcomes), processor),
        );
        console.log(`${line}; image by image ${fromOutcomes}`);
      }
    }
  }
}

/** Answers of models that find the same images hard, and each others of its own. */
function drawOutcomes(accuracies: readonly number[], images: number) {
  const random = seededRandom(images);
  const difficulty = Float64Array.from({ length: images }, () => random.fraction());
  const wrong = accuracies.map((accuracy) => {
    const words = new Uint32Array(Math.ceil(images / 32));
    for (let i = 0; i < images; i++) {
      const luck = random.fraction() < 0.3 ? random.fraction() : difficulty[i]!;
      if (luck > accuracy) words[i >> 5]! |= 1 << (i & 31);
    }
    return words;
  });
  return { wrong, images };
}

const show = (interval: [number, number]) => `[${interval.map((end) => end.toFixed(4)).join(", ")}]`;

function drawJob(models: number, repeats: number): Job {
  const random = seededRandom(models);
  const x = Array.from({ length: models }, () => 0.5 + 0.35 * random.fraction());
  const y = x.map((accuracy) => 1.11 * accuracy - 0.2 + 0.02 * (random.fraction() - 0.5));
  const grid = Array.from({ length: 50 }, (_, i) => 0.5 + (0.35 * i) / 49);
  return { x, y, grid, resamples, repeats };
}

function timeNumpy(job: Job): Seconds | null {
  const script = fileURLToPath(new URL("bootstrap.py", import.meta.url));
  const oneThread = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const { status, stdout } = spawnSync("python3", [script], {
    input: JSON.stringify(job),
    env: { ...process.env, ...oneThread },
    encoding: "utf8",
  });
  return status === 0 ? JSON.parse(stdout) : null;
}

function timeOurs({ x, y, grid, repeats }: Job): Seconds {
  let slope: [number, number] = [0, 0];
  const fits = fastest(repeats, () => resampledLines({ x, y, resamples, random: seededRandom(1) }), wall);
  const band = fastest(
    repeats,
    () => {
      const found = bootstrapFit({ x, y, grid, resamples });
      slope = [found.slope!.lower, found.slope!.upper];
    },
    wall,
  );
  return { fits, band, slope };
}

const wall = () => performance.now() / 1000;

/** A busy machine stretches it less than the time on the wall. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function fastest(repeats: number, run: () => void, clock: () => number): number {
  let best = Infinity;
  for (let i = 0; i < repeats; i++) {
    const start = clock();
    run();
    best = Math.min(best, clock() - start);
  }
  return best;
}
