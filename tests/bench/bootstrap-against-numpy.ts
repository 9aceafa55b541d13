import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bootstrapFit } from "@/server/statistics/bootstrap-fit";
import { resampledLines } from "@/server/statistics/resampled-lines";
import { seededRandom } from "@/server/statistics/seeded-random";

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
  const seconds = (run: () => void) => {
    let best = Infinity;
    for (let i = 0; i < repeats; i++) {
      const start = performance.now();
      run();
      best = Math.min(best, (performance.now() - start) / 1000);
    }
    return best;
  };
  let slope: [number, number] = [0, 0];
  const fits = seconds(() => resampledLines({ x, y, resamples, random: seededRandom(1) }));
  const band = seconds(() => {
    const found = bootstrapFit({ x, y, grid, resamples });
    slope = [found.slope!.lower, found.slope!.upper];
  });
  return { fits, band, slope };
}
