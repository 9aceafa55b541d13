import { expect, test } from "vitest";
import { hiddenTurns } from "@/workers/hidden-turns";
import { claim, claimedAt } from "./evaluation-effects-that";

const { signal } = new AbortController();

function turns() {
  const slept: number[] = [];
  const take = hiddenTurns(async (time) => void slept.push(time.getTime() - claimedAt.getTime()));
  return { take, slept };
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
