import { expect, test } from "vitest";
import { keptText } from "@/server/api/kept-text";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function made(...texts: string[]) {
  let calls = 0;
  return { make: async () => texts[calls++]!, calls: () => calls };
}

test("a text is made once a revision, and anew for the next", async () => {
  const { make, calls } = made("at 1", "at 2");
  expect(await keptText("figure", 1, make)).toBe("at 1");
  expect(await keptText("figure", 1, make)).toBe("at 1");
  expect(await keptText("figure", 2, make)).toBe("at 2");
  expect(calls()).toBe(2);
});

test("what was made under one key is never given for another", async () => {
  await keptText("one", 1, async () => "one's");
  expect(await keptText("two", 1, async () => "two's")).toBe("two's");
});

test("texts beyond 20 million letters push out those unused for longest", async () => {
  const large = "x".repeat(9_000_000);
  const first = made(large, "made again");
  const second = made(large, "made again");
  await keptText("first", 1, first.make);
  await keptText("second", 1, second.make);
  await keptText("first", 1, first.make);
  await keptText("third", 1, async () => large);
  await settled();
  expect(await keptText("first", 1, first.make)).toBe(large);
  expect(await keptText("second", 1, second.make)).toBe("made again");
  expect([first.calls(), second.calls()]).toEqual([1, 2]);
});

test("a text that could not be made is asked for again", async () => {
  await expect(keptText("lost", 1, () => Promise.reject(new Error("no database")))).rejects.toThrow();
  await settled();
  expect(await keptText("lost", 1, async () => "there")).toBe("there");
});
