import { expect, test } from "vitest";
import { defaultLimits, publicAllowance } from "@/workers/model-run/evaluation-limits";

const limits = defaultLimits(1_000_000);

test("on a public set processor time is a minute and a budget that grows with images and threads", () => {
  const asked = { images: 1000, batch: 1, threads: 2 };
  expect(publicAllowance(limits, { ...asked, images: 0 }).totalMs).toBe(60_000);
  expect(publicAllowance(limits, asked).totalMs - 60_000).toBe(2 * 1000 * limits.imageMs);
});

test("a chunk may take twenty seconds a thread, and as much as its images where that is more", () => {
  expect(publicAllowance(limits, { images: 1000, batch: 1, threads: 2 }).chunkMs).toBe(40_000);
  expect(publicAllowance(limits, { images: 1000, batch: 16, threads: 1 }).chunkMs).toBe(16 * limits.imageMs);
});

test("memory has room for the largest file that ONNX allows, and never for 50 GB", () => {
  const largest = 2 ** 31 - 1;
  expect(defaultLimits(0).memoryBytes).toBe(4 * 2 ** 30);
  expect(defaultLimits(largest).memoryBytes).toBeGreaterThan(4 * largest);
  expect(defaultLimits(largest).memoryBytes).toBeLessThan(50e9);
});
