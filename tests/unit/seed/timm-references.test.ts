import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parseTimmResults } from "@/server/references/parse-timm-results";
import { timmReferences } from "@/server/seed/timm-references";
import { linearFit } from "@/server/statistics/linear-fit";

const models = timmReferences();
const results = resolve(process.env.RUNG_TEST_DATA ?? "../shared/data", "reference");
const isHere = existsSync(results);

test("timm's board has 1,556 models, no two of one name and image size", () => {
  expect(models).toHaveLength(1_556);
  expect(new Set(models.map(({ name, imageSize }) => `${name} ${imageSize}`)).size).toBe(1_556);
});

// The line that numpy fits to timm's two files.
test("timm's models lie about new = 1.144 original - 22.50 points", () => {
  const accuracies = (i: number) =>
    models.map(({ results }) => results[2 * i]!.correct! / results[2 * i]!.total!);
  const line = linearFit(accuracies(0), accuracies(1));
  if ("reason" in line) throw new Error(line.reason);
  expect(line.slope.toFixed(3)).toBe("1.144");
  expect((100 * line.intercept).toFixed(2)).toBe("-22.50");
});

test.skipIf(!isHere)(
  isHere
    ? "timm's board says what timm's two files say, model by model"
    : "timm's board against its files: skipped, they are not here (RUNG_TEST_DATA)",
  () => {
    const file = (name: string, testSet: string, images: number) => ({
      text: readFileSync(join(results, name), "utf8"),
      testSet,
      images,
    });
    const published = parseTimmResults(
      file("results-imagenetv2-matched-frequency.csv", "MatchedFrequency", 10_000),
      file("results-imagenet.csv", "Original", 50_000),
    );
    if ("problem" in published) throw new Error(published.problem);
    const byName = (of: typeof models) =>
      new Map(of.map((model) => [`${model.name} ${model.imageSize}`, model]));
    expect(byName(models)).toEqual(byName(published.models));
  },
);
