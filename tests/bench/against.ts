import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { writeNpy } from "@/server/evaluation/write-npy";
import { seededRandom } from "@/server/statistics/seeded-random";
import { resnet18, resnet20, writeResidualNetwork } from "../fixtures/write-residual-network";
import { ask } from "./ask";
import { quantile } from "./quantile";
import { type BenchedSite, siteOf } from "./site-of";

const run = promisify(execFile);
const models = 1_500;
const rounds = 60;
const evaluations = 5;

const views = [
  "/",
  "/benchmarks/imagenet",
  "/benchmarks/imagenet?page=7",
  "/benchmarks/imagenet?sort=residual&descending=true",
  "/benchmarks/imagenet?scale=probit&page=3",
  "/benchmarks/cifar-10",
  "/api/v1/benchmarks/imagenet/fit",
  "/api/v1/benchmarks/imagenet/leaderboard?page=2",
  "/guard",
];

/**
 * This checkout against a built one of another commit, in turns, by what every version has: the pages and the API of a site with
 * 1,500 imported models, and `rung evaluate`. A ratio is this one's speed over the other's, of medians for pages and of the fastest
 * rounds for evaluation; above 1 is faster.
 */
export async function benchAgainst(path: string): Promise<void> {
  const [ours, theirs] = [process.cwd(), resolve(process.env.INIT_CWD ?? ".", path)];
  await comparePages(ours, theirs);
  await compareEvaluation(ours, theirs);
}

async function comparePages(ours: string, theirs: string): Promise<void> {
  const sites: BenchedSite[] = [];
  try {
    for (const checkout of [ours, theirs]) sites.push(await siteOf(checkout));
    for (const site of sites) await fill(site);
    const ratios: number[] = [];
    for (const view of views) {
      for (const { url } of sites) for (let i = 0; i < 3; i++) await ask(url + view);
      const times = await inTurns(rounds, (which) => ask(sites[which]!.url + view).then((a) => a.lastByte));
      ratios.push(report(view, times, 0.5, "ms"));
    }
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    console.log(`pages: ${mean.toFixed(3)} (geometric mean)`);
  } finally {
    for (const site of sites) await site.stop();
  }
}

/** Results of 1,500 models that scatter about a line, imported by the site's own command. */
async function fill({ dataDir, rung, url }: BenchedSite): Promise<void> {
  const random = seededRandom(7);
  const rows = Array.from({ length: models }, (_, i) => {
    const original = 0.55 + 0.3 * random.fraction();
    return `bench ${i},${original.toFixed(4)},${(1.1 * original - 0.2 + 0.02 * random.fraction()).toFixed(4)}`;
  });
  const file = join(dataDir, "bench.csv");
  await writeFile(file, `name,original,new\n${rows.join("\n")}\n`);
  const where = ["--benchmark", "imagenet", "--test-set", "MatchedFrequency"];
  await rung("reference", "import", file, ...where);
  const fit = `${url}/api/v1/benchmarks/imagenet/fit`;
  for (const scale of ["linear", "probit"]) {
    while (((await (await fetch(`${fit}?scale=${scale}`)).json()) as { pending: boolean }).pending)
      await sleep(1000);
  }
}

async function compareEvaluation(ours: string, theirs: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "rung-bench-against-"));
  try {
    for (const [name, model, images, side] of [
      ["ResNet-20, 32 x 32", writeResidualNetwork(resnet20("N")), 10_000, 32],
      ["ResNet-18, 224 x 224", writeResidualNetwork(resnet18("N")), 400, 224],
    ] as const) {
      const classes = side === 32 ? 10 : 1000;
      const random = seededRandom(1);
      const pixels = Uint8Array.from({ length: images * side * side * 3 }, () => random.fraction() * 256);
      const labels = Uint8Array.from({ length: images }, (_, i) => i % classes);
      const at = (file: string) => join(folder, file);
      await writeFile(at("model.onnx"), model);
      await writeFile(at("images.npy"), writeNpy(pixels, [images, side, side, 3]));
      await writeFile(at("labels.npy"), writeNpy(labels, [images]));
      await writeFile(at("classes.txt"), Array.from({ length: classes }, (_, i) => `class ${i}\n`).join(""));
      const flags = [
        "--images",
        at("images.npy"),
        "--labels",
        at("labels.npy"),
        "--classes",
        at("classes.txt"),
      ];
      const args = ["--import", "tsx", "server/cli/main.ts", "evaluate", at("model.onnx"), ...flags];
      const times = await inTurns(evaluations, async (which) => {
        const { stdout } = await run(process.execPath, args, { cwd: which === 0 ? ours : theirs });
        return 1000 / (JSON.parse(stdout) as { imagesPerSecond: number }).imagesPerSecond;
      });
      report(`evaluation of ${images} images, ${name}`, times, 0, "ms an image");
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Times of both, asked for in turns: ours, theirs, theirs, ours, ... */
async function inTurns(
  times: number,
  measure: (which: 0 | 1) => Promise<number>,
): Promise<[number[], number[]]> {
  const taken: [number[], number[]] = [[], []];
  for (let round = 0; round < times; round++) {
    const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of order) taken[which].push(await measure(which));
  }
  return taken;
}

function report(what: string, [ours, theirs]: [number[], number[]], share: number, unit: string): number {
  const [a, b] = [quantile(ours, share), quantile(theirs, share)];
  console.log(`${what}: ratio ${(b / a).toFixed(3)} (${a.toFixed(2)} and ${b.toFixed(2)} ${unit})`);
  return b / a;
}
