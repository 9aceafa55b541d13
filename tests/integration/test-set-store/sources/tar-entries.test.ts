import { expect } from "vitest";
import { drawImageFile } from "../draw-images";
import { drawSixImages } from "../draw-six-images";
import { importTest as test } from "../import-test";
import type { TarEntry } from "../write-tar";

test("a folder around the classes, macOS's leavings and folder entries are taken as they are", async ({
  tar,
  bring,
}) => {
  const around: TarEntry[] = [
    { name: "._test", content: Buffer.from("x") },
    { name: "test/", type: "directory" },
    { name: "test/cat/", type: "directory" },
    { name: "test/cat/._1.png", content: Buffer.from("x") },
    { name: "__MACOSX/test/cat/1.png", content: Buffer.from("x") },
  ];
  expect(await bring(await tar([...around, ...(await drawSixImages("test/"))]))).toMatchObject({
    images: 6,
    audit: 0,
  });
});

test("names longer than a tar header holds are read", async ({ tar, bring }) => {
  const long = {
    name: `cat/${"a".repeat(180)}.png`,
    content: await drawImageFile(8),
    pax: { comment: "long" },
  };
  expect(await bring(await tar([long as TarEntry]))).toMatchObject({ images: 1 });
});
