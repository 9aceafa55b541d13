import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { forEachAtOnce } from "@/server/files/for-each-at-once";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import { seededRandom } from "../../fixtures/onnx/mutate";
import type { InputKind } from "./input-kind";
import { modelInputs } from "./model-inputs";
import { packedInputs } from "./packed-inputs";
import { postedInputs } from "./posted-inputs";
import { tarOfImages, testSetInputs } from "./test-set-inputs";

/** RUNG_FUZZ=20000 runs so many; RUNG_FUZZ_SEED another series. */
const INPUTS = Number(process.env.RUNG_FUZZ ?? 300);
const SEED = Number(process.env.RUNG_FUZZ_SEED ?? 20_261_127);
/** Of one input: the limits of the sandbox, three times over. */
const MOST_MS = 60_000;
const MOST_GROWTH_BYTES = 400 * 2 ** 20;

const folder = mkdtempSync(join(tmpdir(), "rung-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true }));

test(`${INPUTS} malformed inputs of every kind end in a refusal or a score, in bounded time and memory`, {
  timeout: 0,
}, async () => {
  const own = (name: string) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  const kinds: InputKind[] = [
    await postedInputs(),
    await modelInputs({
      folder: own("models"),
      sandbox: await openSandbox("auto", own("sandbox")),
      images: await tarOfImages(join(folder, "images.tar")),
      classNames: ["airplane", "cat", "dog"],
    }),
    ...packedInputs({ folder: own("packed") }),
    ...(await testSetInputs({ folder: own("sets") })),
  ];
  const total = kinds.reduce((sum, { share }) => sum + share, 0);
  const before = process.memoryUsage().rss;
  const counts: Record<string, { refused: number; failed: number; taken: number; slowestMs: number }> = {};
  const faults: string[] = [];

  async function run(kind: InputKind): Promise<void> {
    const count = { refused: 0, failed: 0, taken: 0, slowestMs: 0 };
    counts[kind.name] = count;
    const numbers = Array(Math.ceil((INPUTS * kind.share) / total)).keys();
    await forEachAtOnce(numbers, kind.atOnce ?? 1, async (number) => {
      // Each input has a series of its own, so that one can be run again alone.
      const random = seededRandom(SEED + number);
      const bytes = kind.draw(random);
      const began = performance.now();
      try {
        count[await kind.judge(bytes, random)] += 1;
      } catch (error) {
        faults.push(`${kind.name} ${number}: ${error instanceof Error ? error.stack : error}`);
        console.error(faults.at(-1));
      }
      count.slowestMs = Math.max(count.slowestMs, Math.round(performance.now() - began));
    });
    console.info(kind.name, count, `${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`);
  }
  await Promise.all(kinds.map(run));

  expect(faults).toEqual([]);
  for (const { slowestMs } of Object.values(counts)) expect(slowestMs).toBeLessThan(MOST_MS);
  expect(process.memoryUsage().rss - before).toBeLessThan(MOST_GROWTH_BYTES);
  expect(readdirSync(join(folder, "packed", "uploads"))).toEqual([]);
  // The test runner's compiler was there before.
  expect(processesBelow(process.pid).filter((name) => !/esbuild/.test(name))).toEqual([]);
  const { refused, failed, taken } = counts.models!;
  expect([refused > 0, failed > 0, taken > 0]).toEqual([true, true, true]);
});

function processesBelow(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    const children = readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean);
    return children.map((child) => readFileSync(`/proc/${child}/cmdline`, "latin1").replaceAll("\0", " "));
  });
}
