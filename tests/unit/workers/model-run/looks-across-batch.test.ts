import { expect, test } from "vitest";
import { looksAcrossBatch } from "@/workers/model-run/looks-across-batch";

test("quantisation by the range of a batch looks across it, fixed quantisation does not", () => {
  expect(looksAcrossBatch({ Conv: 3, DynamicQuantizeLinear: 1 })).toBe(true);
  expect(looksAcrossBatch({ Conv: 3, QuantizeLinear: 1 })).toBe(false);
});
