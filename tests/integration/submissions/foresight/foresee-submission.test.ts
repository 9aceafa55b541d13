import { expect } from "vitest";
import { uploads } from "@/db/schema";
import { RungError } from "@/server/errors";
import { writeModel } from "@/server/onnx/write-model";
import { inspectUpload } from "@/server/submissions/inspect-upload";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { submitModel } from "@/server/submissions/submit-model";
import { as } from "../../../factories/as";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeModelFile } from "../../../factories/make-model-file";
import { smallClassifier } from "../../../fixtures/onnx/small-classifier";
import { siteTest } from "../../../fixtures/site-test";
import { tenClasses } from "../../../fixtures/ten-classes";

const open = {
  ...smallClassifier,
  inputs: [{ name: "image", shape: ["n", "x", "y", "z"], type: "float32" as const }],
};
const wide = {
  ...smallClassifier,
  outputs: [{ name: "scores", shape: ["n", 12], type: "float32" as const }],
};

const test = siteTest
  .extend("board", ({ site }) => makeBenchmark(site, { classes: tenClasses, perDay: 1 }))
  .extend("both", ({ site, viewer, board }) => async (bytes: Uint8Array, changes: object = {}) => {
    const modelHash = await makeModelFile(site, bytes);
    const declaration = { benchmark: board.slug, name: "mine", ...changes };
    const ctx = as(site, viewer);
    const [upload] = await site.owner.db
      .insert(uploads)
      .values({
        id: crypto.randomUUID(),
        userId: viewer.userId,
        fileName: "m.onnx",
        bytes: bytes.length,
        modelHash,
        finishedAt: new Date(),
      })
      .returning();
    const foresight = await inspectUpload({ ctx, input: { upload: upload!.id, declaration } });
    const outcome = await submitModel({ ctx, input: { modelHash, declaration } }).catch(
      (error: RungError) => error,
    );
    return { foresight, outcome };
  });

test.for([
  ["a good model", writeModel(smallClassifier), {}],
  ["a model whose layout is open", writeModel(open), {}],
  ["the same with the layout declared", writeModel(open), { preprocessing: { layout: "NHWC" } }],
  [
    "a size that the model does not take",
    writeModel(smallClassifier),
    { preprocessing: { input_size: [3, 9, 9] } },
  ],
  ["too many classes", writeModel(wide), {}],
  ["too many classes and a layout that contradicts", writeModel(wide), { preprocessing: { layout: "NHWC" } }],
  ["a declaration that cannot be read", writeModel(smallClassifier), { name: "", paper: "x" }],
  ["neither", writeModel(wide), { preprocessing: { std: [0, 0, 0] } }],
] as [string, Uint8Array, object][])(
  "the page's report and submitting say the same of %s",
  async ([, bytes, changes], { both }) => {
    const { foresight, outcome } = await both(bytes, changes);
    const said = outcome instanceof RungError ? outcome.problems : (outcome.refusal?.problems ?? []);
    expect(said).toEqual(foresight.problems);
    const queued = !(outcome instanceof RungError) && outcome.state === "queued";
    expect(queued).toBe(foresight.accepted);
    if (queued) expect(outcome).toMatchObject({ preprocessing: foresight.preprocessing });
  },
);

test("so do they of a quota that is spent, and the report logs nothing", async ({ site, both }) => {
  await both(writeModel(smallClassifier));
  const { foresight, outcome } = await both(writeModel({ ...smallClassifier, name: "another" }));
  expect(foresight.accepted).toBe(false);
  expect(outcome).toMatchObject({ ...foresight.refused, code: "quota_spent" });
  const lines = await site.sql`select count(*)::int n from audit.lines where kind = 'quota-refusal'`;
  expect(lines).toEqual([{ n: 1 }]);
});

test("and of a model that has its answer already", async ({ both }) => {
  const first = await both(writeModel(smallClassifier));
  const again = await both(writeModel(smallClassifier));
  expect(first.outcome).toMatchObject({ state: "queued" });
  expect(again.foresight).toMatchObject({ accepted: true, already: (first.outcome as { id: string }).id });
  expect(again.outcome).toMatchObject({ alreadyScored: true });
});

test("a quota says beforehand why nothing may be submitted any more, and nothing where something may", async ({
  site,
  viewer,
}) => {
  const last = await makeBenchmark(site, { classes: tenClasses, lifetime: 1 });
  const ctx = as(site, viewer);
  const quota = () => quotaOf({ ctx, input: { benchmark: last.slug } });
  expect((await quota()).refused).toBeNull();
  const modelHash = await makeModelFile(site, writeModel(smallClassifier));
  await submitModel({ ctx, input: { modelHash, declaration: { benchmark: last.slug, name: "only" } } });
  expect((await quota()).refused).toMatchObject({
    message: expect.stringContaining("lifetime limit of 1"),
    until: null,
  });
});
