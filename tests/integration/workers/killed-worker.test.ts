import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { createBenchmark } from "@/server/benchmarks/create-benchmark";
import { keyedRandom } from "@/server/seed/keyed-random";
import { drawTestSet } from "@/server/shapes/draw-test-set";
import { shapesClasses } from "@/server/shapes/shapes-classes";
import { getSubmission } from "@/server/submissions/get-submission";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { importTestSet } from "@/server/test-sets/import-test-set";
import { as } from "../../factories/as";
import { makeModelFile } from "../../factories/make-model-file";
import { siteTest } from "../../fixtures/site-test";
import { submitFile } from "../submissions/submit-file";
import { kill, startWorker } from "./start-worker";

const test = siteTest
  .extend("shapes", async ({ site }) => {
    site.clock.now = new Date();
    const ctx = site.owner;
    const shape = { classes: [...shapesClasses], inputSize: [3, 32, 32] as [3, 32, 32] };
    const { slug } = await createBenchmark({ ctx, input: { slug: "shapes", name: "Shapes", ...shape } });
    const roles = [
      ["Original", "original", "original", 3_000],
      ["New", "hidden", "new", 3_000],
    ] as const;
    for (const [name, role, drawn, images] of roles) {
      const { pixels, labels } = drawTestSet(keyedRandom(new Uint8Array(32), drawn), drawn, images);
      const source = { images, height: 32, width: 32, labels, chunks: () => [pixels] };
      await importTestSet({ ctx, input: { benchmark: slug, name, role, source } });
    }
    return { slug };
  })
  .extend("submitted", async ({ site, shapes, viewer }) => {
    const modelHash = await makeModelFile(site, await readFile("examples/front-runner.onnx"));
    return submitFile(site, { benchmark: shapes, viewer, modelHash });
  });

async function until(condition: () => Promise<boolean>) {
  const end = Date.now() + 100_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("waited in vain");
    await sleep(50);
  }
}

test("a worker killed in the original and in the hidden part is replaced: one release, no quota lost", {
  timeout: 240_000,
}, async ({ site, viewer, submitted: { id } }) => {
  const row = async () => (await site.sql`select * from submissions where id = ${id}`)[0]!;

  const first = await startWorker(site);
  await until(async () => (await row()).state === "evaluating");
  await kill(first);
  expect((await row()).hidden_claimed_at).toBeNull();

  const second = await startWorker(site);
  await until(async () => (await row()).hidden_claimed_at !== null);
  await kill(second);
  expect((await row()).state).toBe("evaluating");

  const third = await startWorker(site);
  await until(async () => (await row()).state === "scored");
  await kill(third);

  expect(
    await site.sql`select scope, count(*)::int n from guarded.decisions group by scope order by scope`,
  ).toEqual([{ scope: "team", n: 1 }]);
  const parts = await site.sql`select part, count(*)::int n from guarded.evaluations group by part`;
  expect(parts).toEqual([{ part: "all", n: 2 }]);
  site.clock.now = new Date();
  const view = await getSubmission({ ctx: as(site, viewer), input: { id } });
  expect(view.decision).toBe("climbed");
  const quota = await quotaOf({ ctx: as(site, viewer), input: { benchmark: "shapes" } });
  expect(quota).toMatchObject({ used: 1 });
});
