import { describe, expect } from "vitest";
import { activateVersion } from "@/server/test-sets/activate-version";
import { importTestSet } from "@/server/test-sets/import-test-set";
import type { TestSetInput } from "@/server/test-sets/test-set-input";
import { pixelTest } from "./pixel-test";

const test = pixelTest
  .extend("beginLadders", ({ site }) => () => {
    return site.sql`
      insert into decision_counts (pool_id, scope, decision, rung, decisions) select id, 'team', 'held', 'none', 1 from pools`;
  })
  .extend("activate", ({ maintainer }) => async (version: number, testSet = "New") => {
    await activateVersion({ ctx: maintainer.acts, input: { benchmark: "ours", testSet, version } });
  })
  .extend("activeNumbers", ({ site }) => async () => {
    return (await site.sql`select number from test_set_versions where state = 'active'`).map(
      (row) => row.number,
    );
  });

test("the web's context imports nothing: it has no test sets, which the type checker says first", async ({
  site,
}) => {
  const source = { images: 1, height: 1, width: 1, labels: [0], chunks: () => [new Uint8Array(3)] };
  const input: TestSetInput = { benchmark: "ours", name: "New", role: "hidden", source };
  // @ts-expect-error A context of the web has no `testSets`.
  await expect(importTestSet({ ctx: site.web, input })).rejects.toThrow(TypeError);
});

describe("a hidden test set is refused", () => {
  test("in a second benchmark: nothing would decide there", async ({ create, bring }) => {
    await bring([1, 2, 3]);
    await create("theirs");
    await expect(bring([3, 4], { benchmark: "theirs" })).rejects.toThrow(
      'shares images with the hidden test set "New" of the benchmark "ours"',
    );
  });

  test("where it shares images with two pools", async ({ bring }) => {
    await bring([1, 2]);
    await bring([3, 4], { name: "Newer" });
    await expect(bring([2, 3], { name: "Both" })).rejects.toThrow('"New" and with "Newer"');
  });

  test("where one of its versions has these images and labels already, in whatever order they come", async ({
    bring,
  }) => {
    await bring([1, 2, 3]);
    await expect(bring([3, 2, 1])).rejects.toThrow("Version 1 of this test set");
    await expect(bring([1, 2, 3], { labels: [0, 1, 0] })).resolves.toMatchObject({ total: 3 });
  });
});

test("a policy that does not withstand the known attacks is warned of in words, whenever images come into its pool", async ({
  bring,
}) => {
  const policy = { kind: "gated-ladder", eta: "0.01", c: 2, noise: "1" } as const;
  const words = ["c below 3", "limit on climbs", "exact gate beside a noisy step"];
  const warned = words.map((part) => expect.stringContaining(part));
  expect((await bring([1, 2, 3], { labels: [0, 1, 0], policy })).warnings).toEqual(warned);
  expect((await bring([3, 4, 5], { labels: [0, 1, 0], name: "Newer" })).warnings).toEqual(warned);
  const ungated = { kind: "fixed-step-ladder", eta: "0.01" } as const;
  expect((await bring([6, 7], { labels: [0, 1], name: "Ungated", policy: ungated })).warnings).toEqual([
    expect.stringContaining("not safe for a hidden test set"),
  ]);
  expect((await bring([8, 9], { labels: [0, 1], name: "Guarded" })).warnings).toEqual([]);
});

describe("once ladders have begun", () => {
  test.beforeEach(async ({ bring, beginLadders }) => {
    await bring([1, 2, 3, 4], { auditFraction: 0.25 });
    await beginLadders();
  });

  test("a version with a corrected label goes on with them", async ({ bring }) => {
    const corrected = { labels: [1, 0, 0, 0], auditFraction: 0.25 };
    expect(await bring([1, 2, 3, 4], corrected)).toMatchObject({
      total: 3,
      audit: 1,
      warnings: ['It is version 2 of "New", and the previous version is retired.'],
    });
  });

  test("one with as many images, of which one is another, or with another audit part, does not", async ({
    bring,
  }) => {
    const refusal = /began on the images of "New"/;
    await expect(bring([1, 2, 3, 5], { auditFraction: 0.25 })).rejects.toThrow(refusal);
    await expect(bring([1, 2, 3, 4], { auditFraction: 0.5 })).rejects.toThrow(refusal);
  });

  test("a version with a corrected label can be exchanged for the one before it, and back", async ({
    bring,
    activate,
    activeNumbers,
  }) => {
    await bring([1, 2, 3, 4], { labels: [1, 0, 0, 0], auditFraction: 0.25 });
    await activate(1);
    expect(await activeNumbers()).toEqual([1]);
    await activate(2);
    expect(await activeNumbers()).toEqual([2]);
  });

  test("no other test set can decide", async ({ bring }) => {
    await expect(bring([1, 2], { name: "Easier", primary: true })).rejects.toThrow(
      'began on the images of "New"',
    );
    await expect(bring([1, 2], { name: "Easier" })).resolves.toMatchObject({ total: 2 });
  });
});

describe("of two versions from before ladders began,", () => {
  const tooLate = (message: RegExp) => ({ code: "too_late", message: expect.stringMatching(message) });

  test("either can be the active one until they begin", async ({ bring, activate, activeNumbers }) => {
    await bring([1, 2, 3, 4], { auditFraction: 0.25 });
    await bring([1, 2, 3, 5], { auditFraction: 0.25 });
    await activate(1);
    expect(await activeNumbers()).toEqual([1]);
  });

  test("the one with as many images, of which one is another, cannot replace the one on which they stand", async ({
    bring,
    beginLadders,
    activate,
    activeNumbers,
  }) => {
    await bring([1, 2, 3, 4], { auditFraction: 0.25 });
    await bring([1, 2, 3, 5], { auditFraction: 0.25 });
    await beginLadders();
    await expect(activate(1)).rejects.toMatchObject(tooLate(/These are different images/));
    expect(await activeNumbers()).toEqual([2]);
  });

  test("nor can one with the same images and another audit part", async ({
    bring,
    beginLadders,
    activate,
  }) => {
    await bring([1, 2, 3, 4], { auditFraction: 0.25 });
    await bring([1, 2, 3, 4], { auditFraction: 0.5 });
    await beginLadders();
    await expect(activate(1)).rejects.toMatchObject(tooLate(/or in different parts/));
  });

  test("none can replace another where one was imported before digests of images were kept", async ({
    site,
    bring,
    beginLadders,
    activate,
  }) => {
    await bring([1, 2, 3, 4]);
    await bring([1, 2, 3, 4], { labels: [1, 0, 0, 0] });
    await beginLadders();
    await site.sql`update test_set_versions set images_digest = null where number = 1`;
    await expect(activate(1)).rejects.toMatchObject(tooLate(/imported before/));
    await site.sql`update test_set_versions set images_digest = null`;
    await expect(activate(1)).rejects.toMatchObject(tooLate(/imported before/));
    await expect(bring([1, 2, 3, 4], { labels: [0, 1, 0, 0] })).rejects.toMatchObject(
      tooLate(/imported before/),
    );
  });
});

test("a test set that does not decide, retired after ladders began, comes back with its own images only", async ({
  site,
  bring,
  beginLadders,
  activate,
  activeNumbers,
}) => {
  await bring([1, 2, 3, 4]);
  await bring([1, 2], { name: "Easier" });
  await bring([1, 3], { name: "Easier" });
  await beginLadders();
  await site.sql`update test_set_versions set state = 'retired' where images = 2`;
  await expect(activate(1, "Easier")).rejects.toMatchObject({ code: "too_late" });
  await site.sql`update test_set_versions set images_digest = null`;
  await activate(2, "Easier");
  expect((await activeNumbers()).sort()).toEqual([1, 2]);
});
