import { expect, test } from "vitest";
import { type CountedModel, fitOverImages } from "@/server/statistics/images/fit-over-images";
import { seededRandom } from "@/server/statistics/seeded-random";
import { trend } from "@/server/statistics/trend";

const images = { original: 2000, new: 1000 };

/** Models whose answers are packed bits, some images hard for all. */
function boardOf(accuracies: number[]) {
  const random = seededRandom(2);
  const answers = (total: number, drop: number) => {
    const difficulty = Float64Array.from({ length: total }, () => random.fraction());
    return accuracies.map((accuracy) => {
      const words = new Uint32Array(Math.ceil(total / 32));
      for (let i = 0; i < total; i++)
        if ((difficulty[i]! + random.fraction()) / 2 > accuracy - drop) words[i >> 5]! |= 1 << (i & 31);
      return words;
    });
  };
  const outcomes = {
    original: { wrong: answers(images.original, 0), images: images.original },
    new: { wrong: answers(images.new, 0.05), images: images.new },
  };
  const right = ({ wrong, images: total }: (typeof outcomes)["new"], i: number) => {
    let count = 0;
    for (let word of wrong[i]!) for (; word !== 0; word &= word - 1) count += 1;
    return 1 - count / total;
  };
  const models: CountedModel[] = accuracies.map((_, i) => ({
    name: `model ${i}`,
    original: right(outcomes.original, i),
    new: right(outcomes.new, i),
    images,
  }));
  return { models, outcomes };
}

const { models, outcomes } = boardOf([0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]);
const options = { scale: "logit", resamples: 20_000 } as const;

test("a fit over images has the line and the interval over models of the fit without, and a wider band", () => {
  const found = fitOverImages(models, options);
  const alone = trend(models, options);
  expect(found.trend).toMatchObject({ slope: alone.slope, intercept: alone.intercept, points: alone.points });
  expect(found.trend.slopeInterval!.lower).toBeCloseTo(alone.slopeInterval!.lower, 12);
  expect(found.trend.slopeInterval!.upper).toBeCloseTo(alone.slopeInterval!.upper, 12);
  const width = ({ lower, upper }: { lower: number | null; upper: number | null }) => upper! - lower!;
  found.trend.band!.forEach((point, i) => expect(width(point)).toBeGreaterThan(width(alone.band![i]!)));
  expect(width(found.line!.both.slope)).toBeGreaterThan(width(found.line!.images.slope));
});

test("answers image by image take the place of the assumed correlation", () => {
  const [counts, known] = [fitOverImages(models, options), fitOverImages(models, options, outcomes)];
  expect(known.trend.slopeInterval).toEqual(counts.trend.slopeInterval);
  expect(known.line!.both.slope).not.toEqual(counts.line!.both.slope);
  expect(known.change!.mean).toBeCloseTo(counts.change!.mean, 12);
});

test("models left out, for a reason or at one, are in neither line nor change, and their answers are passed over", () => {
  const perfect = { name: "perfect", original: 1, new: 0.99, images };
  const excluded = { name: "excluded", original: 0.3, new: 0.9, images, inFit: false };
  const withPerfect = {
    original: { ...outcomes.original, wrong: [new Uint32Array(63), ...outcomes.original.wrong] },
    new: { ...outcomes.new, wrong: [new Uint32Array(32), ...outcomes.new.wrong] },
  };
  const more = fitOverImages([perfect, excluded, ...models], options, withPerfect);
  const plain = fitOverImages(models, options, outcomes);
  expect(more.line).toEqual(plain.line);
  expect(more.change).toEqual(plain.change);
});

test("two models have a line and a change, but no interval", () => {
  const { trend: drawn, line, change } = fitOverImages(models.slice(0, 2), options);
  expect(drawn.slope).not.toBeNull();
  expect(line).toBeNull();
  expect(change!.models).toBe(2);
});
