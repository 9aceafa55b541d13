import { expect, test } from "vitest";
import { slotProcessors } from "@/workers/sandbox/slot-processors";

test.each([
  ["0-1", "0", "1"],
  ["0-2", "0", "1,2"],
  ["2,4-6", "2,4", "5,6"],
])(
  "of processors %s models on original images have %s and those on hidden ones %s",
  (all, original, hidden) => {
    expect(slotProcessors(all, () => true)).toEqual({ original, hidden });
  },
);

test("the slots share the processors where there is one, or no taskset that works", () => {
  const shared = { original: null, hidden: null };
  expect(slotProcessors("3", () => true)).toEqual(shared);
  expect(slotProcessors("0-7", () => false)).toEqual(shared);
});
