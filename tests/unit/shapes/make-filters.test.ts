import { expect, test } from "vitest";
import { drawShapes } from "@/server/shapes/draw-shapes";
import { gatherPatch } from "@/server/shapes/gather-patch";
import { makeFilters } from "@/server/shapes/make-filters";
import { seededRandom } from "@/server/statistics/seeded-random";

const patch = 5;
const size = 3 * patch * patch;

test("every filter sums to 0, so that it is blind to brightness, and responds with a root mean square near 1", () => {
  const random = seededRandom(1).fraction;
  const { pixels } = drawShapes(random, 3, 200);
  const filters = makeFilters({ pixels, patch, scaled: false, whitening: 0.5, count: 4, random });
  const out = new Float64Array(size);
  for (let f = 0; f < 4; f++) {
    const filter = filters.subarray(f * size, (f + 1) * size);
    expect(filter.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0, 8);
    let power = 0;
    let patches = 0;
    while (patches < 2000) {
      const image = Math.floor(random() * 200);
      const place = { left: Math.floor(random() * 28), top: Math.floor(random() * 28), patch, scaled: false };
      if (gatherPatch(pixels.subarray(image * 3072), place, out, 0) <= 0.004) continue;
      power += filter.reduce((sum, weight, i) => sum + weight * out[i]!, 0) ** 2;
      patches++;
    }
    expect(Math.sqrt(power / patches)).toBeGreaterThan(0.85);
    expect(Math.sqrt(power / patches)).toBeLessThan(1.15);
  }
});

test("a patch loses its mean, and a scaled one nearly its contrast", () => {
  const image = Uint8Array.from({ length: 3072 }, (_, i) => (i % 2 === 0 ? 55 : 205));
  const out = new Float64Array(48);
  const variance = gatherPatch(image, { left: 3, top: 3, patch: 4, scaled: true }, out, 0);
  expect(variance).toBeCloseTo((75 / 255) ** 2, 12);
  for (const value of out)
    expect(Math.abs(value)).toBeCloseTo(75 / 255 / Math.sqrt((75 / 255) ** 2 + 0.003), 12);
});
