import { expect, test } from "vitest";
import { hiddenTurns } from "@/workers/hidden-turns";
import { claim, claimedAt } from "./evaluation-effects-that";

const { signal } = new AbortController();

function turns(now = () => claimedAt) {
  const slept: number[] = [];
  const sleepUntil = async (time: Date) => void slept.push(time.getTime() - claimedAt.getTime());
  return { take: hiddenTurns({ sleepUntil, now }), slept };
}

test("the next claim comes half a window after the last one, whatever became of that", async () => {
  const { take, slept } = turns();
  await take(signal, async () => claim);
  await take(signal, async () => ({ ...claim, allowance: { ...claim.allowance, windowMs: 60_000 } }));
  await take(signal, async () => claim);
  expect(slept.slice(1)).toEqual([5_000, 30_000]);
});

test("one that finds nothing to claim, or only something to release, leaves the turn to the next at once", async () => {
  const { take, slept } = turns();
  await take(signal, async () => claim);
  await take(signal, async () => null);
  await take(signal, async () => ({ ...claim, readyAt: claimedAt }));
  await take(signal, async () => claim);
  expect(slept.slice(1)).toEqual([5_000, 5_000, 5_000]);
});

test("two claim one after the other, and one that fails does not block the turns", async () => {
  const { take } = turns();
  const said: string[] = [];
  const failing = take(signal, async () => {
    said.push("begins");
    await new Promise((resolve) => setTimeout(resolve, 5));
    said.push("fails");
    throw new Error("the database is gone");
  });
  const next = take(signal, async () => (said.push("claims"), claim));
  await expect(failing).rejects.toThrow("the database is gone");
  expect(await next).toBe(claim);
  expect(said).toEqual(["begins", "fails", "claims"]);
});

test("where the clock was set back by a day, the next claim comes half a window from now, not a day later", async () => {
  const dayMs = 24 * 3_600_000;
  let now = claimedAt;
  const { take, slept } = turns(() => now);
  await take(signal, async () => claim);
  now = new Date(claimedAt.getTime() - dayMs);
  await take(signal, async () => claim);
  expect(slept[1]).toBe(5_000 - dayMs);
});
