import { expect, test } from "vitest";
import { imagesToTry } from "@/server/evaluation/images-to-try";

const perClass = (labels: number[], images: number[]) => {
  const counted = new Map<number, number>();
  for (const image of images) counted.set(labels[image]!, (counted.get(labels[image]!) ?? 0) + 1);
  return [...counted.values()];
};

test("ten classes sorted one after the other give twenty images each", () => {
  const labels = Array.from({ length: 10_000 }, (_, image) => Math.floor(image / 1000));
  expect(perClass(labels, imagesToTry(labels))).toEqual(Array(10).fill(20));
});

test("a thousand classes give one image each of two hundred, spread over all of them", () => {
  const labels = Array.from({ length: 50_000 }, (_, image) => image % 1000);
  const chosen = imagesToTry(labels).map((image) => labels[image]!);
  expect(new Set(chosen).size).toBe(200);
  expect(Math.max(...chosen)).toBeGreaterThan(990);
});

test("a rare class gives what it has", () => {
  const labels = [...Array(1000).fill(0), 1, 1, 1];
  const chosen = imagesToTry(labels);
  expect(chosen).toHaveLength(200);
  expect(chosen.filter((image) => labels[image] === 1)).toHaveLength(3);
});

test("a small set is tried whole, once", () => {
  const labels = [2, 1, 0, 2, 1];
  expect(imagesToTry(labels).sort()).toEqual([0, 1, 2, 3, 4]);
});

test("no image comes twice, and the choice is always the same", () => {
  const labels = Array.from({ length: 3000 }, (_, image) => (image * 7919) % 43);
  const chosen = imagesToTry(labels);
  expect(new Set(chosen).size).toBe(200);
  expect(imagesToTry(labels)).toEqual(chosen);
});
