import { expect, test } from "vitest";
import { relativeTime } from "@/app/_components/words/relative-time";

const minute = 60_000;

test("a moment is told in its largest whole unit", () => {
  expect(relativeTime(-59_999)).toBe("59 seconds ago");
  expect(relativeTime(-90 * minute)).toBe("1 hour ago");
  expect(relativeTime(49 * 60 * minute)).toBe("in 2 days");
});

test("this very moment is now", () => {
  expect(relativeTime(0)).toBe("now");
  expect(relativeTime(-400)).toBe("now");
});
