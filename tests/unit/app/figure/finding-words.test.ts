import { expect, test } from "vitest";
import { leadText, trendText } from "@/app/_components/figure/finding-words";
import type { FigureFacts, Leaders } from "@/server/leaderboards/schemas/figure-schema";
import { makeFit } from "./make-fit";

const models = (...names: string[]) => names.map((name) => ({ id: name, name, teamName: null }));
const lead = (leaders: Partial<Leaders>) =>
  leadText({
    testSet: "MatchedFrequency",
    leaders: { models: models("nasnetalarge"), accuracy: 0.7221, notToldApart: 3, ranked: 66, ...leaders },
  });

test("the title says who leads and how surely", () => {
  expect(lead({})).toBe(
    "nasnetalarge leads on MatchedFrequency with 72.2\u00a0%, not told apart from 3 others",
  );
  expect(lead({ notToldApart: 1 })).toMatch(/not told apart from 1 other$/);
  expect(lead({ notToldApart: 0 })).toMatch(/with 72.2\u00a0%, told apart from all others$/);
});

test("models that share the best released accuracy lead together", () => {
  expect(lead({ models: models("a", "b"), accuracy: 0.72 })).toMatch(
    /^a and b lead on MatchedFrequency with 72.0\u00a0%/,
  );
  expect(lead({ models: models("a", "b", "c", "d", "e") })).toMatch(/^a, b and 3 others lead/);
});

test("one model alone is not compared, and nobody leads where nobody has a rank", () => {
  expect(lead({ notToldApart: 0, ranked: 1 })).toBe(
    "nasnetalarge leads on MatchedFrequency with 72.2\u00a0%",
  );
  expect(leadText({ testSet: "MatchedFrequency", leaders: null })).toBeNull();
});

const off = (name: string, mark: "above" | "below") => ({ name, mark }) as FigureFacts["deviations"][number];

test("the line is followed by those that leave it", () => {
  const fit = makeFit();
  expect(trendText({ fit, deviations: [] })).toBe(
    "Over 64 reference models, new = 1.11 × original − 20.3; no model leaves this line.",
  );
  expect(
    trendText({ fit, deviations: [off("fv_4k", "above"), off("fv_64k", "above"), off("sunk", "below")] }),
  ).toBe(
    "Over 64 reference models, new = 1.11 × original − 20.3; fv_4k and fv_64k are above it, sunk is below it.",
  );
  expect(trendText({ fit: makeFit({ slope: null }), deviations: [] })).toBeNull();
});
