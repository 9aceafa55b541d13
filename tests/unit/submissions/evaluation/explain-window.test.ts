import { expect, test } from "vitest";
import { explainWindow } from "@/server/submissions/evaluation/explain-window";

const hour = 3_600_000;

test("a window as long as the longest is no fault", () => {
  expect(explainWindow({ windowMs: 12 * hour, totalMs: 5 * hour }, 12 * hour)).toBeNull();
});

test("a model whose window would be longer is told by how much", () => {
  expect(explainWindow({ windowMs: 2.5 * hour, totalMs: hour }, hour)).toEqual({
    code: "model_failed_time",
    message:
      "The model is too slow: the hidden images could take 60 minutes of processor time, and a result would appear only after 2.5 hours; the longest window here is 60 minutes.",
    hint: "Export a smaller model.",
  });
});
