import { expect } from "vitest";
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
