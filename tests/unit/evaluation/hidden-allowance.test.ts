import { expect, test } from "vitest";
import { hiddenAllowance } from "@/server/evaluation/hidden-allowance";

/** 5 ms an image. */
const pace = { cpuMs: 50_000, images: 10_000, largestChunkMs: 80, threads: 1 };

test("a model has three times its processor time per image on the original set, and windows are two and a half times that", () => {
  expect(hiddenAllowance(pace, 2_000)).toEqual({
    totalMs: 30_000,
    chunkMs: 2_000,
    losses: 20,
    sampleMs: 5_000,
    threads: 1,
    windowMs: 75_000,
  });
});

test("threads share the allowance, so that windows are shorter", () => {
  expect(hiddenAllowance({ ...pace, threads: 4 }, 2_000)).toMatchObject({
    totalMs: 30_000,
    windowMs: 18_750,
  });
});

test("a chunk has ten times the largest original one, and two seconds at least", () => {
  expect(hiddenAllowance({ ...pace, largestChunkMs: 500 }, 2_000).chunkMs).toBe(5_000);
});

test("a window is ten seconds at least, and an allowance two seconds a thread", () => {
  expect(hiddenAllowance(pace, 1)).toMatchObject({ totalMs: 2_000, windowMs: 10_000 });
  expect(hiddenAllowance({ ...pace, threads: 2 }, 0)).toMatchObject({ totalMs: 4_000, windowMs: 10_000 });
});
