import { expect, test } from "vitest";
import { familyMembers } from "@/server/statistics/families/family-members";
import { resampledFamilyLines } from "@/server/statistics/families/resampled-family-lines";
import { type CountedModel, fitOverImages } from "@/server/statistics/images/fit-over-images";
import { resampledLines } from "@/server/statistics/resampled-lines";
import { seededRandom } from "@/server/statistics/seeded-random";
import { trend } from "@/server/statistics/trend";

const x = [0.61, 0.66, 0.68, 0.7, 0.73, 0.76, 0.79, 0.83];
const y = [0.5, 0.54, 0.57, 0.6, 0.61, 0.66, 0.68, 0.74];
const images = { original: 50_000, new: 10_000 };

const modelsOf = (times: number, families: boolean): CountedModel[] =>
  x.flatMap((original, i) =>
    Array.from({ length: times }, (_, copy) => ({
      name: `model ${i}.${copy}`,
      original,
      new: y[i]!,
      images,
      family: families ? `family ${i}` : null,
    })),
  );
const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;

test("models without a family, or alone in theirs, are drawn one by one", () => {
  expect(familyMembers([null, "a", undefined, "b"])).toBeNull();
  expect(familyMembers([null, "a", null, "a", "b"])).toEqual([[0], [1, 3], [2], [4]]);
});

test("families of one model are drawn as the models are, bit for bit", () => {
  const given = { x, y, resamples: 3_000 };
  const alone = resampledLines({ ...given, random: seededRandom(7) });
  const families = resampledFamilyLines({ ...given, members: x.map((_, i) => [i]), random: seededRandom(7) });
  expect(families).toEqual(alone);
});

test("a model listed four times as one family counts as one; undeclared, it makes the interval half as wide or less", () => {
  const once = trend(modelsOf(1, false), { scale: "logit" }).slopeInterval!;
  const declared = trend(modelsOf(4, true), { scale: "logit" }).slopeInterval!;
  expect(declared.lower).toBeCloseTo(once.lower, 10);
  expect(declared.upper).toBeCloseTo(once.upper, 10);
  const undeclared = trend(modelsOf(4, false), { scale: "logit" }).slopeInterval!;
  expect(width(undeclared) / width(once)).toBeLessThan(0.5);
});

test("over images too, families are drawn whole, and the images are as they were", () => {
  const options = { scale: "logit", resamples: 20_000 } as const;
  const [declared, undeclared] = [true, false].map((families) =>
    fitOverImages(modelsOf(4, families), options),
  );
  expect(declared!.trend.slopeInterval).toEqual(trend(modelsOf(4, true), options).slopeInterval);
  expect(width(declared!.line!.both.slope)).toBeGreaterThan(1.2 * width(undeclared!.line!.both.slope));
  expect(declared!.line!.images).toEqual(undeclared!.line!.images);
  expect(declared!.change).toEqual(undeclared!.change);
});
