import { expect, test } from "vitest";
import { parseTimmResults, type TimmFile } from "@/server/references/parse-timm-results";

const header = "model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation\n";
const file = (testSet: string, images: number | null, rows: string): TimmFile => ({
  text: header + rows,
  testSet,
  images,
});

const original = file("Original", 50_000, "resnet50,224,80.062,19.938,94.974,5.026,25.56,0.95,bicubic\n");

function parse(released: TimmFile, other: TimmFile | null = original) {
  const parsed = parseTimmResults(released, other);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed;
}

test("a percent of three decimals is the count that it was printed from", () => {
  const released = file("New", 10_000, "resnet50,224,68.650,31.350,87.850,12.150,25.56,0.95,bicubic\n");
  const { models, skipped } = parse(released);
  expect(skipped).toEqual([]);
  expect(models).toHaveLength(1);
  expect(models[0]).toMatchObject({ name: "resnet50", imageSize: 224, parameters: 25_560_000 });
  expect(models[0]!.results).toEqual([
    { testSet: "Original", metric: "top1", correct: 40_031, total: 50_000 },
    { testSet: "Original", metric: "top5", correct: 47_487, total: 50_000 },
    { testSet: "New", metric: "top1", correct: 6_865, total: 10_000 },
    { testSet: "New", metric: "top5", correct: 8_785, total: 10_000 },
  ]);
});

test("without the number of images a percent is the fraction that it says", () => {
  const released = file("New", null, "resnet50,224,68.65,0,87.85,0,25.56,0.95,bicubic\n");
  expect(parse(released, null).models[0]!.results).toEqual([
    { testSet: "New", metric: "top1", accuracy: 0.6865 },
    { testSet: "New", metric: "top5", accuracy: 0.8785 },
  ]);
});

test("a percent that no count gives stays a fraction", () => {
  const released = file("New", 10_000, "resnet50,224,68.654,0,87.85,0,25.56,0.95,bicubic\n");
  expect(parse(released, null).models[0]!.results[0]).toMatchObject({ accuracy: 0.68654 });
});

test("the same model at another size is not the same result", () => {
  const released = file("New", 10_000, "resnet50,288,68.65,0,87.85,0,25.56,0.95,bicubic\n");
  expect(parse(released)).toMatchObject({
    models: [],
    skipped: [{ row: 1, reason: "not in the file of the original test set at this size" }],
  });
});

test.each(["NaN", "", "101", "-1", "0x10"])("top1 %j is skipped", (top1) => {
  const released = file("New", 10_000, `resnet50,224,${top1},0,87.85,0,25.56,0.95,bicubic\n`);
  const { models, skipped } = parse(released);
  expect(models).toEqual([]);
  expect(skipped).toEqual([{ row: 1, reason: `top1 on New is "${top1}", not a percentage` }]);
});

test("a file of another format is refused by its columns", () => {
  expect(parseTimmResults({ text: "name,accuracy\n", testSet: "New", images: null }, null)).toEqual({
    problem:
      "timm's format has the columns model, img_size, top1, top5; missing: model, img_size, top1, top5",
  });
});
