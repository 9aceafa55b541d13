import { expect, test } from "vitest";
import { runWords } from "@/app/admin/submissions/[id]/run-words";

const usual = { windows: 1, windowsBeyond: 0, forfeited: null, parkedFor: null };

test("maintainers read how a hidden evaluation went", () => {
  expect(runWords(usual, false)).toBe("1 window.");
  expect(runWords({ ...usual, windows: 4, windowsBeyond: 2, forfeited: "time" }, false)).toBe(
    "4 windows, 2 of them not explained by the machine; every image counts as wrong, because the model used more than three times its original time.",
  );
  expect(runWords({ ...usual, parkedFor: "workers" }, true)).toBe("Parked: three workers were lost with it.");
});
