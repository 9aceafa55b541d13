import { expect, test } from "vitest";
import { cpuSeconds, defaultLimits, patienceMs, wallMs } from "@/workers/model-run/evaluation-limits";

const limits = defaultLimits(1_000_000);

test("processor and wall time are a minute and a budget that grows with the images", () => {
  expect(cpuSeconds(limits, 0, 1)).toBe(60);
  expect(cpuSeconds(limits, 1000, 2) - 60).toBe(2 * 1000 * (limits.cpuMsPerImage / 1000));
  expect(wallMs(limits, 1000) - 60_000).toBe(1000 * limits.wallMsPerImage);
});

test("memory has room for the largest file that ONNX allows, and never for 50 GB", () => {
  const largest = 2 ** 31 - 1;
  expect(defaultLimits(0).memoryBytes).toBe(4 * 2 ** 30);
  expect(defaultLimits(largest).memoryBytes).toBeGreaterThan(4 * largest);
  expect(defaultLimits(largest).memoryBytes).toBeLessThan(50e9);
});

test("on a public set an image may always take the limit per image, and twenty times the usual where that is more", () => {
  expect(patienceMs(limits, 1, { msPerImage: null, totalMs: null })).toBe(limits.imageMs);
  expect(patienceMs(limits, 16, { msPerImage: 1, totalMs: null })).toBe(limits.imageMs);
  expect(patienceMs(limits, 4, { msPerImage: 1000, totalMs: null })).toBe(80_000);
});

test("on a hidden set a batch that hangs, and its image alone, leave most of the window to the rest", () => {
  // 2,000 images of 10 ms: the window is three times that, a minute.
  const known = { msPerImage: 10, totalMs: 60_000 };
  const hang = patienceMs(limits, 16, known) + patienceMs(limits, 1, known);
  expect(hang).toBeLessThan(60_000 / 12);
  expect(patienceMs(limits, 16, known)).toBeGreaterThan(4 * 16 * 10);
});
