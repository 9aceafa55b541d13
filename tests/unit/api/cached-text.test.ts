import { expect, test } from "vitest";
import { cachedText } from "@/server/api/cached-text";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function made(...texts: string[]) {
  let calls = 0;
  return { make: async () => texts[calls++]!, calls: () => calls };
}

test("a text is made once a revision, and anew for the next", async () => {
  const { make, calls } = made("at 1", "at 2");
  expect(await cachedText("figure", 1, make)).toBe("at 1");
  expect(await cachedText("figure", 1, make)).toBe("at 1");
  expect(await cachedText("figure", 2, make)).toBe("at 2");
  expect(calls()).toBe(2);
});

test("what was made under one key is never given for another", async () => {
  await cachedText("one", 1, async () => "one's");
  expect(await cachedText("two", 1, async () => "two's")).toBe("two's");
});

test("texts beyond 20 million letters push out those unused for longest", async () => {
  const large = "x".repeat(9_000_000);
  const first = made(large, "made again");
  const second = made(large, "made again");
  await cachedText("first", 1, first.make);
  await cachedText("second", 1, second.make);
  await cachedText("first", 1, first.make);
  await cachedText("third", 1, async () => large);
  await settled();
  expect(await cachedText("first", 1, first.make)).toBe(large);
  expect(await cachedText("second", 1, second.make)).toBe("made again");
  expect([first.calls(), second.calls()]).toEqual([1, 2]);
});

test("a text that could not be made is asked for again", async () => {
  await expect(cachedText("lost", 1, () => Promise.reject(new Error("no database")))).rejects.toThrow();
  await settled();
  expect(await cachedText("lost", 1, async () => "there")).toBe("there");
});
