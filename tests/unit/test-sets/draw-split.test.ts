import { expect, test } from "vitest";
import { drawSplit } from "@/server/test-sets/draw-split";

function sequence(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test("the audit part has exactly the wanted share of the images", () => {
  const split = drawSplit({ images: 10_000, auditFraction: 0.2, random: sequence(1) });
  expect(split.filter((part) => part === 1)).toHaveLength(2000);
  expect(drawSplit({ images: 10, auditFraction: 0, random: sequence(1) })).toEqual(new Uint8Array(10));
});

test("every image is as likely as any other to be drawn", () => {
  const times = new Uint32Array(10);
  const random = sequence(7);
  for (let i = 0; i < 10_000; i++) {
    drawSplit({ images: 10, auditFraction: 0.3, random }).forEach((part, image) => (times[image]! += part));
  }
  const expected = 3000;
  const spread = Math.sqrt(10_000 * 0.3 * 0.7);
  for (const count of times) expect(Math.abs(count - expected)).toBeLessThan(5 * spread);
});
