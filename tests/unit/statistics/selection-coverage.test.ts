import { expect, test } from "vitest";
import { selectionCoverage } from "../../bench/selection";

test("a released interval covers in 98 of 100 cases after twenty submissions of teams that differ, and among equals leaders fare worse", () => {
  const differing = selectionCoverage({
    images: 10_000,
    attempts: 20,
    boards: 60,
    teamsOnBoard: 40,
    spread: 0.03,
  });
  // 2,400 teams: a standard error of 0.3 %.
  expect(differing.teams).toBeGreaterThan(0.97);
  const equal = selectionCoverage({ images: 10_000, attempts: 100, boards: 60, teamsOnBoard: 40 });
  expect(equal.leaders).toBeLessThan(differing.leaders);
});
