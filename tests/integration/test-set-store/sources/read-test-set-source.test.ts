import { readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { drawImageFile } from "../draw-images";
import { drawSixImages } from "../draw-six-images";
import { importTest as test } from "../import-test";

describe("refuses, keeping nothing", () => {
  test("a broken image, by name", async ({ tar, refusal }) => {
    const content = (await drawImageFile(7, { format: "jpeg" })).subarray(0, 500);
    expect(await refusal(await tar([...(await drawSixImages()), { name: "dog/7.jpg", content }]))).toMatch(
      /dog\/7\.jpg is a broken image/,
    );
  });

  test("a duplicate image, naming both, also when only the pixels are equal", async ({ tar, refusal }) => {
    const [first] = await drawSixImages();
    const source = await tar([first!, { name: "cat/copy.png", content: first!.content! }]);
    expect(await refusal(source)).toMatch(/cat\/copy\.png and dog\/2\.png are the same image/);
    const rewritten = Buffer.concat([first!.content!, Buffer.from("trailing bytes")]);
    expect(await refusal(await tar([first!, { name: "cat/copy.png", content: rewritten }]))).toMatch(
      /the same image/,
    );
  });

  test("an unknown class, with the nearest spelling", async ({ tar, refusal }) => {
    const content = await drawImageFile(1);
    expect(await refusal(await tar([{ name: "aeroplane/1.png", content }]))).toMatch(
      /"aeroplane", which is not a class.*Did you mean "airplane"\?/,
    );
  });

  test("an empty folder that is no class", async ({ tar, refusal }) => {
    const entries = [...(await drawSixImages("test/")), { name: "test/dogs/", type: "directory" as const }];
    expect(await refusal(await tar(entries))).toMatch(/"dogs".*Did you mean "dog"\?/);
  });

  test("images under two different folders", async ({ tar, refusal }) => {
    const [first, ...others] = await drawSixImages("test/");
    expect(await refusal(await tar([...others, { ...first!, name: "train/cat/5.png" }]))).toMatch(
      /train\/cat\/5\.png/,
    );
  });

  test.for([
    ["a path that leads out", { name: "../cat/1.png", content: Buffer.from("x") }],
    ["a link", { name: "cat/1.png", type: "symlink", linkname: "/etc/passwd" }],
    ["a file outside the class folders", { name: "labels.csv", content: Buffer.from("x") }],
  ] as const)("%s in a .tar", async ([, entry], { tar, refusal }) => {
    expect(await refusal(await tar([entry]))).toContain(entry.name);
  });

  test("a link in a folder", async ({ writeFolder, refusal }) => {
    const folder = await writeFolder(await drawSixImages());
    await symlink("/etc/passwd", join(folder, "cat", "linked.png"));
    expect(await refusal(folder)).toMatch(/cat\/linked\.png is a link/);
  });

  test("a source without images, or none at all", async ({ folder, tar, refusal }) => {
    expect(await refusal(await tar([{ name: "cat/", type: "directory" }]))).toMatch(/no images/);
    expect(await refusal(join(folder, "nowhere"))).toMatch(/There is no/);
  });

  test("a .tar that is cut at any place", async ({ tar, refusal }) => {
    const path = await tar(await drawSixImages());
    const { length } = await readFile(path);
    for (const kept of [length - 512, length - 1024, length - 3000, 700, 512, 0]) {
      await truncate(path, kept);
      expect(await refusal(path)).toMatch(/cut short/);
    }
  });

  test("a .tar that is compressed", async ({ folder, refusal }) => {
    await writeFile(join(folder, "set.tar"), Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]));
    expect(await refusal(join(folder, "set.tar"))).toMatch(/compressed.*gunzip/);
  });
});
