import { expect, test } from "vitest";
import { parseReferenceCsv } from "@/server/references/parse-reference-csv";

const testSets = { new: "New", original: "Original" };

function parse(text: string, sets: Parameters<typeof parseReferenceCsv>[1] = testSets) {
  const parsed = parseReferenceCsv(text, sets);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed;
}

test("counts of both test sets and both metrics are read from one row", () => {
  const { models, skipped } = parse(
    "name,correct,total,top5_correct,original_correct,original_total,original_top5_correct\nalexnet,4398,10000,6739,28259,50000,39535\n",
  );
  expect(skipped).toEqual([]);
  expect(models).toEqual([
    {
      name: "alexnet",
      results: [
        { testSet: "New", metric: "top1", correct: 4398, total: 10_000 },
        { testSet: "New", metric: "top5", correct: 6739, total: 10_000 },
        { testSet: "Original", metric: "top1", correct: 28_259, total: 50_000 },
        { testSet: "Original", metric: "top5", correct: 39_535, total: 50_000 },
      ],
    },
  ]);
});

test("a file for `rung fit` can be imported as it is", () => {
  expect(parse("name,original,new\na,0.9,0.8\n").models).toEqual([
    {
      name: "a",
      results: [
        { testSet: "New", metric: "top1", accuracy: 0.8 },
        { testSet: "Original", metric: "top1", accuracy: 0.9 },
      ],
    },
  ]);
});

test("a printed accuracy keeps its printed interval", () => {
  const { models } = parse("name,accuracy,lower,upper\na,0.955,0.945,0.964\n");
  expect(models[0]!.results).toEqual([
    { testSet: "New", metric: "top1", accuracy: 0.955, lower: 0.945, upper: 0.964 },
  ]);
});

test.each([
  ["a,95.5", "accuracy: percent given where a fraction is expected"],
  ["a,95.5%", "accuracy: percent given where a fraction is expected"],
  ["a,1.0001", "accuracy: percent given where a fraction is expected"],
  ["a,-0.1", "accuracy: a fraction is expected, not a negative number"],
  ["a,NaN", "accuracy: a fraction is expected, not a missing number"],
  ["a,", "it has no result"],
  [",0.5", "name is missing"],
])("the row %s is skipped by number, with the reason, and the others are taken", (row, reason) => {
  const { models, skipped } = parse(`name,accuracy\ngood,0.5\n${row}\nfine,0.6\n`);
  expect(skipped).toEqual([{ row: 2, reason }]);
  expect(models.map((model) => model.name)).toEqual(["good", "fine"]);
});

test.each(["12,10", "1.5,10", "-1,10", "3,0", "3,"])("the counts %s are skipped", (counts) => {
  const { models, skipped } = parse(`name,correct,total\na,${counts}\n`);
  expect(models).toEqual([]);
  expect(skipped).toHaveLength(1);
});

test("a model named twice is taken once; another image size is another model", () => {
  const { models, skipped } = parse("name,image_size,accuracy\na,224,0.5\na,288,0.6\na,224,0.7\n");
  expect(models.map((model) => model.imageSize)).toEqual([224, 288]);
  expect(skipped).toEqual([{ row: 3, reason: "a occurs twice" }]);
});

test("facts without a column are left as they are known; an empty cell clears one", () => {
  expect(parse("name,accuracy\na,0.5\n").models[0]).not.toHaveProperty("notInFit");
  expect(parse("name,accuracy,not_in_fit\na,0.5,\nb,0.5,another kind of model\n").models).toMatchObject([
    { notInFit: null },
    { notInFit: "another kind of model" },
  ]);
});

test("how a model was trained is one of a few groups, and its family a name", () => {
  const { models, skipped } = parse(
    "name,accuracy,training,family\na,0.5,zero-shot,CLIP\nb,0.5,,\nc,0.5,by magic,\n",
  );
  expect(models).toMatchObject([
    { training: "zero-shot", family: "CLIP" },
    { training: null, family: null },
  ]);
  expect(skipped).toEqual([
    { row: 3, reason: 'training: "by magic" is none of standard, more-data, robust, zero-shot, other' },
  ]);
  expect(parse("name,accuracy\na,0.5\n").models[0]).not.toHaveProperty("training");
});

test("columns that mean nothing are named", () => {
  expect(parse("name,accuracy,acuracy_v6\na,0.5,0.6\n").unknownColumns).toEqual(["acuracy_v6"]);
});

test("two columns for one number refuse the file", () => {
  expect(parseReferenceCsv("name,accuracy,new\na,0.5,0.6\n", testSets)).toEqual({
    problem: "the column new occurs twice",
  });
});

test("a file without a header is refused whole", () => {
  expect(parseReferenceCsv("alexnet,0.5,0.4\n", testSets)).toHaveProperty("problem");
});
