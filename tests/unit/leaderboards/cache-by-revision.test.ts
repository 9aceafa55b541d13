import { expect, test } from "vitest";
import { cacheByRevision } from "@/server/leaderboards/cache-by-revision";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function counted(most = 100) {
  const made: string[] = [];
  const cached = cacheByRevision<string>({ most, weigh: (value) => value.length });
  return {
    made,
    get: (key: string, revision: number, value = key) =>
      cached(key, revision, async () => {
        made.push(`${key} ${revision}`);
        return value;
      }),
  };
}

test("a view is made once a revision, however many ask at once", async () => {
  const { made, get } = counted();
  await Promise.all([get("a", 1), get("a", 1), get("a", 1)]);
  await get("a", 1);
  expect(made).toEqual(["a 1"]);
});

test("nobody who knows of a newer revision is given an older view", async () => {
  const { get } = counted();
  expect(await get("a", 1, "old")).toBe("old");
  expect(await get("a", 2, "new")).toBe("new");
  expect(await get("a", 1, "older")).toBe("new");
});

test("the longest unused leave when all weigh too much, and the newest stays whatever it weighs", async () => {
  const { made, get } = counted(4);
  await get("a", 1, "xx");
  await get("b", 1, "xx");
  await get("a", 1, "xx");
  await get("c", 1, "xx");
  await settled();
  await get("a", 1, "xx");
  await get("b", 1, "xx");
  expect(made).toEqual(["a 1", "b 1", "c 1", "b 1"]);
  await get("huge", 1, "xxxxxxxxxxxx");
  await settled();
  await get("huge", 1);
  expect(made.filter((name) => name === "huge 1")).toHaveLength(1);
});

test("a failure is not kept: the next who asks has it made again", async () => {
  const cached = cacheByRevision<string>({ most: 10, weigh: () => 1 });
  await expect(cached("a", 1, () => Promise.reject(new Error("lost the database")))).rejects.toThrow("lost");
  await settled();
  await expect(cached("a", 1, async () => "fine")).resolves.toBe("fine");
});
