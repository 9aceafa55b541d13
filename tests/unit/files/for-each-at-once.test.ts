import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { forEachAtOnce } from "@/server/files/for-each-at-once";

test("no more tasks run at once than allowed, and all run", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await forEachAtOnce(Array(20).keys(), 3, async (item) => {
    most = Math.max(most, ++running);
    await wait(item % 3);
    running--;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.sort((a, b) => a - b)).toEqual([...Array(20).keys()]);
});

test("a failure is thrown after the running tasks have ended, and nothing is begun after it", async () => {
  const begun: number[] = [];
  let ended = 0;
  const work = forEachAtOnce(Array(100).keys(), 4, async (item) => {
    begun.push(item);
    await wait(1);
    ended++;
    if (item === 2) throw new Error("the third failed");
  });
  await expect(work).rejects.toThrow("the third failed");
  expect(ended).toBe(begun.length);
  expect(begun.length).toBeLessThan(12);
});

function* source() {
  yield 1;
  yield 2;
  throw new Error("the source broke off");
}

test("a source that breaks off waits for the running tasks too", async () => {
  let ended = 0;
  const work = forEachAtOnce(source(), 8, async () => {
    await wait(5);
    ended++;
  });
  await expect(work).rejects.toThrow("the source broke off");
  expect(ended).toBe(2);
});
