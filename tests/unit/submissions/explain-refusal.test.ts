import { expect, test } from "vitest";
import { explainRefusal } from "@/server/submissions/explain-refusal";

const refused = (code: string) => ({
  accepted: false,
  refusals: [{ code, sentence: "It has 9 scores.", where: null, hint: "Give it ten." }],
  warnings: [],
  model: null,
});

test("a refusal for another number of classes leads to the benchmark's class list", () => {
  const { hint } = explainRefusal(refused("wrong_classes"), "shapes");
  expect(hint).toBe("Give it ten. The class list: /benchmarks/shapes/classes");
});

test("another refusal does not", () => {
  expect(explainRefusal(refused("no_output"), "shapes").hint).toBe("Give it ten.");
});
