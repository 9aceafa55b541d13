import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, InferenceSession, Tensor } from "onnxruntime-node";
import { countCorrect } from "@/server/evaluation/count-correct";
import { seededRandom } from "@/server/statistics/seeded-random";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import type { Shard } from "@/workers/model-run/open-shard";
import { resnet18, resnet20, writeResidualNetwork } from "../fixtures/write-residual-network";

const mean: [number, number, number] = [0.485, 0.456, 0.406];
const std: [number, number, number] = [0.229, 0.224, 0.225];

interface Contest {
  name: string;
  model: Uint8Array;
  images: number;
  side: number;
  classes: number;
  batch: number;
  open: boolean;
  wanted: number;
  rounds: number;
}

const contests = (): Contest[] => [
  {
    name: "ResNet-20, 32 x 32, batch fixed at 1",
    model: writeResidualNetwork(resnet20(1)),
    images: 10_000,
    side: 32,
    classes: 10,
    batch: 1,
    open: false,
    wanted: 0.96,
    rounds: 3,
  },
  {
    name: "ResNet-20, 32 x 32, open batch",
    model: writeResidualNetwork(resnet20("N")),
    images: 10_000,
    side: 32,
    classes: 10,
    batch: 16,
    open: true,
    wanted: 0.96,
    rounds: 3,
  },
  {
    name: "ResNet-18, 224 x 224, open batch",
    model: writeResidualNetwork(resnet18("N")),
    images: 600,
    side: 224,
    classes: 1000,
    batch: 5,
    open: true,
    wanted: 0.96,
    rounds: 2,
  },
];

/**
 * Images per second of whole evaluations (sandbox, start-up, reading, scaling, counting) over those of a bare
 * `session.run` loop on tensors made beforehand: same model, pixels, batch and one thread, in turns; the fastest
 * round of each counts. On a busy machine the processor time that an image takes in both says more: the child's, who
 * reads and writes, too, over the loop's.
 */
export async function benchEvaluation(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rung-bench-"));
  try {
    const sandbox = await openSandbox("auto", folder);
    for (const contest of contests()) {
      const modelPath = join(folder, "model.onnx");
      writeFileSync(modelPath, contest.model);
      const shard = drawShard(folder, contest);
      const rates = { bare: 0, whole: 0 };
      const cpu = { bare: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY };
      for (let round = 0; round < contest.rounds; round += 1) {
        const bare = await timeBareLoop(modelPath, shard, contest.batch);
        const counter = countCorrect(new Uint16Array(shard.images), contest.classes);
        const { elapsedMs, cpuMs } = await evaluateShard({
          modelPath,
          shard,
          sandbox,
          classes: contest.classes,
          device: "cpu",
          quiet: false,
          threads: 1,
          alone: false,
          preprocessing: { layout: "NCHW", mean, std },
          onScores: counter.record,
          ...(contest.open && { batch: contest.batch }),
        });
        rates.bare = Math.max(rates.bare, (shard.images / bare.elapsedMs) * 1000);
        cpu.bare = Math.min(cpu.bare, bare.cpuMs);
        cpu.whole = Math.min(cpu.whole, cpuMs);
        rates.whole = Math.max(rates.whole, (shard.images / elapsedMs) * 1000);
      }
      console.log(
        `evaluation of ${shard.images} images, ${contest.name}: ${(rates.whole / rates.bare).toFixed(3)} of a bare loop (wanted ${contest.wanted}); ` +
          `${rates.whole.toFixed(0)} and ${rates.bare.toFixed(0)} images/s; ` +
          `${(cpu.bare / cpu.whole).toFixed(3)} by processor time; ${sandbox.kind}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function drawShard(folder: string, { images, side }: Contest): Shard {
  const path = join(folder, "shard.bin");
  const random = seededRandom(1);
  const noise = Uint8Array.from({ length: side * side * 3 + images }, () => random.fraction() * 256);
  const pixels = new Uint8Array(images * side * side * 3);
  for (let image = 0; image < images; image += 1)
    pixels.set(noise.subarray(image, image + side * side * 3), image * side * side * 3);
  writeFileSync(path, pixels);
  return { path, images, height: side, width: side, channels: 3 };
}

/** Time of the runs alone; the tensors are made before the clock starts, from the same pixels. */
async function timeBareLoop(modelPath: string, shard: Shard, batch: number) {
  env.logLevel = "fatal";
  const session = await InferenceSession.create(modelPath, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const tensors = tensorsOf(shard, batch);
  await session.run({ image: tensors[0]! });
  const started = performance.now();
  const used = process.cpuUsage();
  for (const tensor of tensors) await session.run({ image: tensor });
  const elapsedMs = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  await session.release();
  return { elapsedMs, cpuMs: (user + system) / 1000 };
}

function tensorsOf({ path, images, height, width }: Shard, batch: number): Tensor[] {
  const pixels = readFileSync(path);
  const area = height * width;
  return Array.from({ length: Math.ceil(images / batch) }, (_, at) => {
    const rows = Math.min(batch, images - at * batch);
    const data = new Float32Array(rows * area * 3);
    for (let row = 0; row < rows; row += 1)
      for (let i = 0; i < area; i += 1)
        for (let c = 0; c < 3; c += 1)
          data[(row * 3 + c) * area + i] =
            (pixels[((at * batch + row) * area + i) * 3 + c]! / 255 - mean[c]!) / std[c]!;
    return new Tensor("float32", data, [rows, 3, height, width]);
  });
}
