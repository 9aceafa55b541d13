import { describe, expect, test } from "vitest";
import { problemsOfInput } from "@/server/problems/problems-of-input";
import { submissionInputSchema } from "@/server/submissions/submission-schema";

function problemsOf(declaration: unknown) {
  const parsed = submissionInputSchema.safeParse(declaration);
  return parsed.success ? [] : problemsOfInput(parsed.error, submissionInputSchema);
}
const good = { benchmark: "cifar10", name: "mine" };

test("one fault of a field is said once, with its count and first place", () => {
  const problems = problemsOf({ ...good, preprocessing: { mean: [123.7, 116.3, 103.5] } });
  expect(problems).toMatchObject([{ where: "preprocessing.mean.0", count: 3 }]);
  expect(problems[0]!.sentence).toMatch(/^mean is in fractions .*\.$/);
});

test("all faults are named at once: of the metadata, of two fields of the preprocessing, of unknown names", () => {
  const problems = problemsOf({
    name: "",
    atLeast: 0,
    paper: "https://example.org",
    preprocessing: { mean: [123, 116, 103], std: [0, 0, 0], crop_pct: 87.5 },
  });
  expect(problems.map(({ where }) => where).toSorted()).toEqual([
    "atLeast",
    "benchmark",
    "name",
    "paper",
    "preprocessing.crop_pct",
    "preprocessing.mean.0",
    "preprocessing.std.0",
  ]);
  expect(problems.find(({ where }) => where === "benchmark")!.sentence).toBe("benchmark is missing.");
});

describe("a name that is no field's is told where it belongs", () => {
  test.each([
    [{ paper: "https://example.org" }, "paper", "It belongs in links: write it as links.paper."],
    [{ code: "https://example.org" }, "code", "It belongs in links: write it as links.code."],
    [{ mean: [0, 0, 0] }, "mean", "It belongs in preprocessing: write it as preprocessing.mean."],
    [{ preprocesing: {} }, "preprocesing", "Did you mean preprocessing?"],
    [{ "at-least": 2 }, "at-least", "Did you mean atLeast?"],
    [
      { preprocessing: { "input-size": [3, 32, 32] } },
      "preprocessing.input-size",
      "Did you mean preprocessing.input_size?",
    ],
    [
      { preprocessing: { name: "x" } },
      "preprocessing.name",
      "It belongs in the outermost object: write it as name.",
    ],
    [{ zebra: 1 }, "zebra", "Leave it out, or correct its name."],
  ])("%j", (changes, where, hint) => {
    expect(problemsOf({ ...good, ...changes })).toEqual([
      { where, count: 1, sentence: `There is no field ${where}.`, hint },
    ]);
  });
});

test.each([
  [{ name: " " }, "name is empty."],
  [{ atLeast: 1.5 }, "atLeast is a whole number of steps, from 1 to 1000."],
  [{ expectedOriginalAccuracy: 81 }, "expectedOriginalAccuracy is a fraction, such as 0.81 for 81 %."],
  [{ goOn: "maybe" }, 'goOn is true or "ask".'],
  [{ links: { paper: "my thesis" } }, "paper takes an address like https://example.org."],
])("%j is told in words of ours", (changes, sentence) => {
  expect(problemsOf({ ...good, ...changes }).map((problem) => problem.sentence)).toEqual([sentence]);
});

test("what is no object at all is one problem without a place", () => {
  expect(problemsOf([])).toMatchObject([{ where: null, count: 1 }]);
});
