import { expect } from "vitest";
import { referenceModels } from "@/db/schema";
import { entryErrorsSchema } from "@/server/leaderboards/errors/entry-errors-schema";
import { getEntryErrors } from "@/server/leaderboards/errors/get-entry-errors";
import { listPredictions } from "@/server/leaderboards/errors/list-predictions";
import { publishLabels } from "@/server/test-sets/publish-labels";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { submitAsTold } from "../submissions/submit-as-told";

// 1,000 images, the first 40 of class 1. The model says 1 on the first 100 and 0 elsewhere.
const labels = Array.from({ length: 1_000 }, (_, image) => (image < 40 ? 1 : 0));

const test = sharedSiteTest.extend("entry", { scope: "file" }, async ({ site }) => {
  const benchmark = await makeBenchmark(site);
  const viewer = await makeResearcher(site);
  const id = await submitAsTold(site, { benchmark, viewer, hidden: { wrong: 200 } });
  return { id, benchmark, original: benchmark.versions[0]!.id };
});

test("without labels in the database, the words say who adds them", async ({ site, entry }) => {
  await expect(getEntryErrors({ ctx: site.web, input: { id: entry.id } })).rejects.toMatchObject({
    code: "not_found",
    message: expect.stringContaining("labels"),
    hint: expect.stringContaining("worker"),
  });
});

test("accuracy by class has the interval of Clopper and Pearson, and confusions are counted", async ({
  site,
  entry,
}) => {
  const names = labels.map((_, image) => `cat/${image}.png`);
  await publishLabels(site.worker.db, { versionId: entry.original, labels, names });
  const errors = await getEntryErrors({ ctx: site.web, input: { id: entry.id } });
  expect(entryErrorsSchema.parse(errors)).toEqual(errors);
  expect(errors).toMatchObject({ testSet: "Original", testSets: ["Original"], total: 1_000, correct: 940 });
  expect(errors.classes.map(({ name, total, correct }) => [name, total, correct])).toEqual([
    ["cat", 960, 900],
    ["dog", 40, 40],
  ]);
  // By bisection on the binomial tails in exact decimal arithmetic; for 40 of 40 the lower end is .025^(1/40).
  const [cat, dog] = errors.classes;
  expect(cat!.interval!.lower).toBeCloseTo(0.92027891016, 9);
  expect(cat!.interval!.upper).toBeCloseTo(0.95197064878, 9);
  expect(dog!.interval).toEqual({ lower: expect.closeTo(0.91190269712, 9), upper: 1 });
  expect(errors.confusions).toEqual([{ label: 0, prediction: 1, images: 60 }]);
});

test("predictions name the image as it was imported, its label, what the model said, and whether it is right", async ({
  site,
  entry,
}) => {
  const { rows } = await listPredictions({ ctx: site.web, input: { id: entry.id } });
  expect(rows).toHaveLength(1_000);
  expect(rows.filter(({ right }) => right)).toHaveLength(940);
  expect(rows[99]).toEqual({
    image: 99,
    file: "cat/99.png",
    label: 0,
    labelName: "cat",
    prediction: 1,
    predictionName: "dog",
    right: false,
  });
});

test("asked for a hidden test set, or one that is not there, both answer in the same words", async ({
  site,
  entry,
}) => {
  const ask = (testSet: string) =>
    getEntryErrors({ ctx: site.web, input: { id: entry.id, testSet } }).catch((error: Error) => error);
  const [hidden, unknown] = [await ask("New"), await ask("Nil")];
  expect(hidden).toMatchObject({ code: "not_found" });
  expect(String(hidden).replace("New", "Nil")).toBe(String(unknown));
});

test("a reference whose results were published elsewhere has no errors to show, and says so", async ({
  site,
  entry,
}) => {
  const [model] = await site.owner.db
    .insert(referenceModels)
    .values({ benchmarkId: entry.benchmark.id, name: "resnet", updatedAt: site.clock.now })
    .returning();
  await expect(getEntryErrors({ ctx: site.web, input: { id: model!.id } })).rejects.toThrow(
    "The results of resnet were published elsewhere",
  );
});
