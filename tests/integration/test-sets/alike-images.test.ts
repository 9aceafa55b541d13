import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect } from "vitest";
import { createBenchmark } from "@/server/benchmarks/create-benchmark";
import { importTestSet } from "@/server/test-sets/import-test-set";
import type { TestSetInput } from "@/server/test-sets/test-set-input";
import { drawPhotographs } from "../../fixtures/draw-photographs";
import { siteTest } from "../../fixtures/site-test";

/** Files of images by their paths, such as `cat/0.png`. */
type Files = Record<string, Sharp>;

const test = siteTest
  .extend("ours", { auto: true }, async ({ site }) => {
    const input = { classes: ["cat", "dog"], inputSize: [3, 64, 64] as [3, 64, 64] };
    for (const slug of ["ours", "theirs"])
      await createBenchmark({ ctx: site.owner, input: { ...input, slug, name: slug } });
  })
  .extend("bring", ({ site }) => {
    let folders = 0;
    return async (files: Files, more: Partial<TestSetInput> = {}) => {
      const source = join(site.dataDir, `images-${folders++}`);
      for (const [path, picture] of Object.entries(files)) {
        await mkdir(join(source, path, ".."), { recursive: true });
        await writeFile(join(source, path), await picture.clone().toBuffer());
      }
      const input: TestSetInput = { benchmark: "ours", name: "New", role: "hidden", source, ...more };
      return importTestSet({ ctx: site.owner, input });
    };
  })
  .extend("lines", ({ site }) => async () => {
    return site.sql`select l.fields, s.secret from audit.lines l join guarded.audit_secrets s on s.line_id = l.id
      where l.kind = 'test-set' order by l.id`;
  });

const original = { role: "original", name: "Original" } as const;

function files(pictures: Sharp[], format: "png" | "jpeg" = "png", folder = "cat"): Files {
  return Object.fromEntries(
    pictures.map((picture, i) => [`${folder}/${i}.${format}`, picture.clone().toFormat(format)]),
  );
}

describe("images that are nearly public are refused as hidden", () => {
  test("by their count, the names of the first, and what to do", async ({ site, bring }) => {
    const public_ = drawPhotographs(1, 14);
    await bring(files(public_), original);
    const copies = { ...files(drawPhotographs(2, 5)), ...files(public_.slice(0, 12), "jpeg", "dog") };
    const refusal = bring(copies);
    await expect(refusal).rejects.toMatchObject({
      code: "bad_input",
      message: expect.stringMatching(
        /^12 images are nearly the same as in the original test set "Original".*: dog\/.*jpeg and 2 more\.$/,
      ),
      hint: expect.stringMatching(/what is public cannot be hidden.*--insist REASON/),
    });
    expect(await site.sql`select name from test_sets`).toEqual([{ name: "Original" }]);
  });

  test("in whatever benchmark, and where it is a new test set that is public", async ({ bring }) => {
    const [picture] = drawPhotographs(1, 1);
    await bring(files([picture!]), { role: "public", name: "Open", benchmark: "theirs" });
    const mirrored = sharp(await picture!.clone().flop().png().toBuffer());
    await expect(bring(files([mirrored], "jpeg"))).rejects.toThrow(
      'One image is nearly the same as in the public test set "Open"',
    );
  });

  test("where the public one is brought after the hidden one", async ({ bring }) => {
    const pictures = drawPhotographs(1, 3);
    await bring(files(pictures));
    for (const role of ["original", "public"] as const) {
      await expect(bring(files(pictures, "jpeg"), { role, name: "Later" })).rejects.toMatchObject({
        message: expect.stringContaining('3 images are nearly the same as in the hidden test set "New"'),
        hint: expect.stringContaining("hidden images must not be published"),
      });
    }
  });

  test("where the public version is from before miniatures were stored", async ({ site, bring }) => {
    const pictures = drawPhotographs(1, 3);
    await bring(files(pictures), original);
    const versions = join(site.dataDir, "test-sets", "versions");
    for (const version of await readdir(versions)) await rm(join(versions, version, "miniatures.bin"));
    await expect(bring(files(pictures, "jpeg"))).rejects.toThrow("3 images are nearly the same");
  });

  test("where they are the same to the pixel, whatever anybody insists on", async ({ bring }) => {
    const pictures = drawPhotographs(1, 3);
    await bring(files(pictures), original);
    await expect(bring(files(pictures), { insist: "they are others" })).rejects.toThrow(
      "a public image cannot be hidden",
    );
  });
});

describe("between pools,", () => {
  test("images that are nearly another's get no fresh budgets, even once that is retired", async ({
    site,
    bring,
  }) => {
    const pictures = drawPhotographs(1, 3);
    await bring(files(pictures));
    await site.sql`update test_set_versions set state = 'retired'`;
    await expect(bring(files(pictures, "jpeg"), { name: "Newer" })).rejects.toMatchObject({
      message: expect.stringContaining('3 images are nearly the same as in the hidden test set "New"'),
      hint: expect.stringContaining("--pool NAME"),
    });
    await expect(bring(files(pictures, "jpeg"), { name: "Newer", benchmark: "theirs" })).rejects.toThrow(
      "nearly the same",
    );
  });

  test("a set in the same pool may have them, and so may its next version", async ({ bring }) => {
    const [first, ...rest] = drawPhotographs(1, 3);
    await bring(files([first!, ...rest]));
    await expect(bring(files([first!], "jpeg"), { name: "Re-encoded", pool: "New" })).resolves.toMatchObject({
      total: 1,
    });
    const next = { ...files(rest), ...files([first!], "jpeg", "dog") };
    await expect(bring(next)).resolves.toMatchObject({ total: 3 });
  });

  test("a corrected label is no new image", async ({ bring, lines }) => {
    const pictures = drawPhotographs(1, 3);
    await bring(files(pictures));
    const corrected = { ...files(pictures.slice(1)), ...files(pictures.slice(0, 1), "png", "dog") };
    await expect(bring(corrected)).resolves.toMatchObject({ total: 3 });
    expect((await lines()).map(({ fields }) => fields.alike)).toEqual([undefined, undefined]);
  });
});

test("what a maintainer insists on is in the log: how many in its public part, why in its secret one, their names nowhere", async ({
  bring,
  lines,
}) => {
  const pictures = drawPhotographs(1, 3);
  await bring(files(pictures), original);
  await bring(files(pictures.slice(0, 2), "jpeg", "dog"), { insist: "other photographs of one scene" });
  const [before, insisted] = await lines();
  expect(before).toMatchObject({ fields: expect.not.objectContaining({ alike: expect.anything() }) });
  expect(insisted!.fields).toMatchObject({ testSet: "New", alike: 2 });
  expect(JSON.parse(insisted!.secret)).toEqual({ insists: "other photographs of one scene" });
  expect(JSON.stringify(insisted)).not.toContain("jpeg");
});

test("insisting where nothing is alike leaves nothing in the log", async ({ bring, lines }) => {
  await bring(files(drawPhotographs(1, 3)), original);
  await bring(files(drawPhotographs(2, 3)), { insist: "to be sure" });
  expect((await lines()).map(({ fields, secret }) => [fields.alike, secret])).toEqual([
    [undefined, "{}"],
    [undefined, "{}"],
  ]);
});

test("public test sets may resemble each other: nothing of them is hidden", async ({ bring }) => {
  const pictures = drawPhotographs(1, 3);
  await bring(files(pictures), original);
  await expect(bring(files(pictures, "jpeg"), { role: "public", name: "Open" })).resolves.toMatchObject({
    total: 3,
  });
});
