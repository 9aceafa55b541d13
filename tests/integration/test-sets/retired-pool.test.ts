import { expect } from "vitest";
import { closeDuePools } from "@/server/test-sets/close-due-pools";
import { closePool } from "@/server/test-sets/close-pool";
import { retireTestSet } from "@/server/test-sets/retire-test-set";
import { pixelTest as test } from "./pixel-test";

test("images of a retired pool come back under no name: what was measured on them is public", async ({
  maintainer,
  bring,
}) => {
  await bring([1, 2]);
  await retireTestSet({ ctx: maintainer.acts, input: { benchmark: "ours", testSet: "New" } });
  for (const name of ["New", "Newer"])
    await expect(bring([2, 3], { name })).rejects.toMatchObject({
      code: "too_late",
      message: 'The pool "New" was retired, and what was measured on it is public.',
    });
});

test("nor do those of a pool that is closed, by whatever name and however much later", async ({
  site,
  maintainer,
  bring,
}) => {
  const { acts } = maintainer;
  await bring([1, 2]);
  await retireTestSet({ ctx: acts, input: { benchmark: "ours", testSet: "New" } });
  await closePool({ ctx: acts, input: { benchmark: "ours", pool: "New", reason: "A new set is there." } });
  site.wait(24 * 3_600_000);
  await closeDuePools({ ctx: site.worker });
  expect(await site.sql`select closed_at is not null as closed from pool_closings`).toEqual([
    { closed: true },
  ]);
  site.wait(400 * 24 * 3_600_000);
  for (const name of ["New", "Newer"])
    await expect(bring([2, 3], { name })).rejects.toMatchObject({ code: "too_late" });
  await expect(bring([2, 3], { name: "Newest", pool: "Another" })).rejects.toMatchObject({
    code: "bad_input",
    message: expect.stringContaining("It shares images with a test set"),
  });
});
