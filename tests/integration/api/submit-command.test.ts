import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditLines, benchmarks, submissions } from "@/db/schema";
import { writeModel } from "@/server/onnx/write-model";
import { makeBenchmark } from "../../factories/make-benchmark";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { writeTwoFiles } from "../../fixtures/onnx/write-two-files";
import { tenClasses } from "../../fixtures/ten-classes";
import { example, stumbles, commandTest as test } from "./submit-command-test";

test("a model is uploaded and submitted, and the submission printed", async ({ submitExample, end }) => {
  const { code, view } = await submitExample(
    "--mean",
    "0.5,0.5,0.5",
    "--std",
    "0.25,0.25,0.25",
    "--at-least",
    "2",
  );
  expect(code).toBe(0);
  expect(view).toMatchObject({
    name: "mine",
    team: "ada",
    state: "queued",
    atLeast: 2,
    preprocessing: { mean: [0.5, 0.5, 0.5] },
  });
  await end({ state: "withdrawn", endedAt: new Date() });
});

test("an upload on which the way stumbled is taken up again", async ({ submitExample, end }) => {
  stumbles.left = 2;
  const { code, view } = await submitExample();
  expect([code, stumbles.left, view?.state]).toEqual([0, 0, "queued"]);
  await end({ state: "withdrawn", endedAt: new Date() });
});

const advice = { code: "asked", message: "It has 81.0 %.", hint: "Spend it." };
test.for([
  ["climbed", { state: "scored", decision: "climbed" }, 0],
  ["held", { state: "scored", decision: "held" }, 0],
  ["to wait for its team", { state: "waiting-for-you", advice }, 1],
  ["awaiting approval", { state: "awaiting-approval" }, 1],
  [
    "failed",
    {
      state: "failed",
      explanation: { code: "timed_out", message: "It took too long.", hint: "Make it faster." },
    },
    1,
  ],
] as const)(
  "waiting ends when the submission has %s, with its exit code",
  async ([, changes, expected], { site, submitExample, end }) => {
    const waiting = submitExample("--wait");
    await end({ ...changes, endedAt: new Date() });
    const { code, view, err } = await waiting;
    expect([code, view?.state]).toEqual([expected, changes.state]);
    if ("advice" in changes) {
      expect(err).toContain(`error: ${advice.message}\n${advice.hint}\n`);
      expect(err).toContain(`go-on ${view!.id}\n`);
    }
    if ("explanation" in changes) expect(err).toContain("error: It took too long.\nMake it faster.");
    // The same model again would have the answer of now.
    await site.owner.db.update(submissions).set({ state: "withdrawn" });
  },
);

test("the data file that a model names is taken from beside it, and the two are stored as one", async ({
  site,
  slug,
  run,
  end,
}) => {
  const two = writeTwoFiles(smallClassifier, "small.onnx.data");
  const path = join(site.dataDir, "small.onnx");
  await writeFile(path, two.model);
  const alone = await run(path, "--benchmark", slug, "--name", "two files");
  expect([alone.code, alone.view]).toEqual([1, null]);
  expect(alone.err).toContain("small.onnx has its values in small.onnx.data, which is not beside it.");
  await writeFile(join(site.dataDir, "small.onnx.data"), two.data);
  const { code, view } = await run(path, "--benchmark", slug, "--name", "two files");
  expect(code).toBe(0);
  const whole = createHash("sha256").update(writeModel(smallClassifier)).digest("hex");
  expect(view).toMatchObject({ state: "queued", modelHash: whole });
  await end({ state: "withdrawn", endedAt: new Date() });
});

test("a model that is refused prints why, exit code 1", async ({ site, slug, run }) => {
  const path = join(site.dataDir, "text.onnx");
  await writeFile(path, "no model at all");
  const { code, view, err } = await run(path, "--benchmark", slug, "--name", "text");
  expect([code, view?.state]).toEqual([1, "refused"]);
  expect(err).toContain(`error: ${view!.refusal!.message}`);
});

const unreadable: [string, (path: string) => Promise<unknown>, string, RegExp][] = [
  [
    "a model above the limit",
    (path) => writeFile(path, new Uint8Array(5_000_001)),
    "big.onnx",
    /larger than this site accepts/,
  ],
  ["a file that is not there", async () => {}, "none.onnx", /There is no file .*none\.onnx/],
  ["a folder", (path) => mkdir(path), "model.onnx", /is a folder, not a file/],
];
test.for(unreadable)(
  "%s is an error in words, exit code 1",
  async ([, make, name, words], { site, slug, run }) => {
    const path = join(site.dataDir, name);
    await make(path);
    const { code, view, err } = await run(path, "--benchmark", slug, "--name", "x");
    expect([code, view]).toEqual([1, null]);
    expect(err).toMatch(words);
  },
);

test("a benchmark that is not there is told in the site's words, before a byte is sent", async ({ run }) => {
  const { code, err } = await run(example, "--benchmark", "none", "--name", "x");
  expect(code).toBe(1);
  expect(err).toMatch(/^error: .*none/m);
  expect(err).not.toContain("uploaded");
});

test("a benchmark without images is refused before a byte is sent", async ({ site, run }) => {
  const published = { slug: "published", name: "Published", classes: tenClasses, inputSize: [3, 32, 32] };
  await site.owner.db.insert(benchmarks).values(published as typeof benchmarks.$inferInsert);
  const { code, err } = await run(example, "--benchmark", "published", "--name", "x");
  expect(code).toBe(1);
  expect(err).toContain("shows published results only");
  expect(err).not.toContain("uploaded");
});

test("what the team expects, and that it wants to be asked, goes with the model", async ({
  submitExample,
  end,
}) => {
  const { view } = await submitExample("--expected-original", "0.81", "--ask");
  expect(view).toMatchObject({ state: "queued", expectedOriginalAccuracy: 0.81 });
  await end({ state: "withdrawn", endedAt: new Date() });
  const { code, err } = await submitExample("--expected-original", "81");
  expect(code).toBe(1);
  expect(err).toContain("Write 81 % as 0.81.");
});

test("a model that was submitted before is answered with what became of it, and nothing is spent", async ({
  submitExample,
  end,
}) => {
  const first = await submitExample();
  const again = await submitExample();
  expect(again.view).toMatchObject({ id: first.view!.id, alreadyScored: true });
  expect(again.err).toContain("You have submitted this model before");
  await end({ state: "withdrawn", endedAt: new Date() });
});

test("a spent quota is told before a byte is sent, and is a line of the log", async ({ site, run }) => {
  const spent = await makeBenchmark(site, { classes: tenClasses, perDay: 1 });
  expect((await run(example, "--benchmark", spent.slug, "--name", "first")).code).toBe(0);
  const { code, err } = await run(example, "--benchmark", spent.slug, "--name", "second");
  expect(code).toBe(1);
  expect(err).toMatch(
    /reached its limit of 1 in 24 hours[^]*You can submit again at \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
  );
  expect(err).not.toContain("uploaded");
  const lines = await site.owner.db.select().from(auditLines).where(eq(auditLines.kind, "quota-refusal"));
  expect(lines).toHaveLength(1);
});

test.for([
  [[]],
  [["a.onnx", "b.onnx"]],
  [["a.onnx", "--benchmark", "x"]],
  [["a.onnx", "--crop-pct", "87.5"]],
] as [string[]][])("the words %j are no use of it, exit code 2", async ([argv], { run }) => {
  expect((await run(...argv)).code).toBe(2);
});
