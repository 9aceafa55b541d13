import { expect, test } from "vitest";
import { sleepWatch } from "@/workers/model-run/sleep-watch";

const asleep = { cpuMs: 500, onMs: 500, waitingMs: 0, asleep: true };

/** Looks at a child until it is said to oversleep; the number of looks, null where it never was. */
function looksUntil(use: (look: number) => typeof asleep, hasAllInput = true): number | null {
  const oversleeps = sleepWatch(200);
  for (let look = 1; look <= 1000; look += 1) if (oversleeps(use(look), hasAllInput)) return look;
  return null;
}

test("a minute of looks at a child that sleeps is enough, and not one less", () => {
  // The first look that sees its processor time begins the count.
  expect(looksUntil(() => asleep)).toBe(301);
});

test("a child that wants a processor, stirs, or waits for input is never asleep, however long it lasts", () => {
  expect(looksUntil((look) => ({ ...asleep, asleep: look % 299 !== 0 }))).toBeNull();
  expect(looksUntil((look) => ({ ...asleep, cpuMs: look }))).toBeNull();
  expect(looksUntil(() => asleep, false)).toBeNull();
});
