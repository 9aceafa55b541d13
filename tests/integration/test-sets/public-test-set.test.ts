import { describe, expect } from "vitest";
import { importReferences } from "@/server/references/import-references";
import { pixelTest as test } from "./pixel-test";

const open = { role: "public", name: "Open" } as const;
const policy = { kind: "exact" } as const;

test("a public test set has no pool, no primary and no audit part, however many images it has", async ({
  site,
  bring,
}) => {
  expect(await bring([1, 2, 3], open)).toMatchObject({ total: 3, audit: 0, warnings: expect.any(Array) });
  expect(await site.sql`select role, pool_id, primary_since from test_sets`).toEqual([
    { role: "public", pool_id: null, primary_since: null },
  ]);
  expect(await site.sql`select id from pools`).toEqual([]);
});

describe("a public test set is refused in words", () => {
  for (const guard of [
    { policy },
    { auditFraction: 0.2 },
    { pool: "pool" },
    { primary: true },
    { teamBias: 0.01 },
  ]) {
    test(`with ${Object.keys(guard)[0]}`, async ({ site, bring }) => {
      await expect(bring([1, 2], { ...open, ...guard })).rejects.toMatchObject({
        code: "bad_input",
        message: expect.stringContaining("A public test set is public: its scores are exact"),
      });
      expect(await site.sql`select id from test_sets`).toEqual([]);
    });
  }

  test("where it shares an image with a hidden one, of this benchmark or another", async ({
    create,
    bring,
  }) => {
    await bring([1, 2, 3]);
    await create("theirs");
    for (const benchmark of ["ours", "theirs"]) {
      await expect(bring([3, 4], { ...open, benchmark })).rejects.toThrow("a public image cannot be hidden");
    }
  });

  test("where it shares an image with the original one, since nothing would be new about it", async ({
    create,
    bring,
  }) => {
    await bring([1, 2, 3], { role: "original", name: "Original" });
    await expect(bring([3, 4], open)).rejects.toThrow("a new test set has images of its own");
    await create("theirs");
    await expect(bring([3, 4], { ...open, benchmark: "theirs" })).resolves.toMatchObject({ total: 2 });
  });

  test("under the name of a test set that has images in another role", async ({ bring }) => {
    await bring([1, 2, 3]);
    await expect(bring([4, 5], { role: "public" })).rejects.toThrow(
      '"New" is already a hidden test set of this benchmark',
    );
  });
});

test("a hidden test set is refused where it shares an image with a public one, a retired version included", async ({
  create,
  bring,
}) => {
  await bring([1, 2, 3], open);
  await bring([4, 5], open);
  await create("theirs");
  for (const benchmark of ["ours", "theirs"]) {
    await expect(bring([3, 9], { benchmark })).rejects.toThrow(
      'shares images with the public test set "Open": a public image cannot be hidden',
    );
  }
});

test("a test set that had only published results takes the role of its first images", async ({
  site,
  bring,
}) => {
  const results = [
    { testSet: "Original", accuracy: 0.9, total: 100 },
    { testSet: "Open", accuracy: 0.8, total: 100 },
  ];
  const testSets = [
    { name: "Original", role: "original" as const },
    { name: "Open", role: "hidden" as const },
  ];
  const models = [{ name: "net", source: "a paper", results }];
  await importReferences({ ctx: site.owner, input: { benchmark: "ours", models, testSets } });
  await bring([1, 2, 3], open);
  expect(await site.sql`select name, role from test_sets where name = 'Open'`).toEqual([
    { name: "Open", role: "public" },
  ]);
});

test("the database refuses a pool for whatever is not hidden", async ({ site, bring }) => {
  await bring([1, 2, 3]);
  await bring([4, 5], open);
  for (const change of ["pool_id = (select id from pools)", "primary_since = now()"]) {
    const made = site.sql.unsafe(`update test_sets set ${change} where role = 'public'`);
    await expect(made).rejects.toMatchObject({ code: "23514" });
  }
});
