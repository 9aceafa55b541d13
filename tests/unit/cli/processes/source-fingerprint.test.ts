import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { sourceFingerprint } from "@/server/cli/processes/source-fingerprint";
import { folderTest } from "../../../fixtures/folder-test";

const test = folderTest
  .extend("checkout", ({ folder }) => async (name: string) => {
    const root = join(folder, name);
    await mkdir(join(root, "app/_components"), { recursive: true });
    await writeFile(join(root, "app/page.tsx"), "one");
    await writeFile(join(root, "app/_components/plot.tsx"), "two");
    await writeFile(join(root, "package-lock.json"), "{}");
    return root;
  })
  .extend("root", ({ checkout }) => checkout("one"));

test("the same sources have the same fingerprint wherever and whenever they were checked out", async ({
  root,
  checkout,
}) => {
  expect(await sourceFingerprint(await checkout("other"))).toBe(await sourceFingerprint(root));
});

const changes: [string, (root: string) => Promise<unknown>][] = [
  ["a changed file", async (root) => await writeFile(join(root, "app/_components/plot.tsx"), "2")],
  ["a new file", async (root) => await cp(join(root, "app/page.tsx"), join(root, "app/icon.tsx"))],
  [
    "another name",
    async (root) => {
      await cp(join(root, "app/page.tsx"), join(root, "app/q.tsx"));
      await rm(join(root, "app/page.tsx"));
    },
  ],
  ["another lock", async (root) => await writeFile(join(root, "package-lock.json"), "{ }")],
];
test.for(changes)("%s changes it", async ([, change], { root }) => {
  const before = await sourceFingerprint(root);
  await change(root);
  expect(await sourceFingerprint(root)).not.toBe(before);
});

test("a test or a document does not change it", async ({ root }) => {
  const before = await sourceFingerprint(root);
  await writeFile(join(root, "README.md"), "words");
  expect(await sourceFingerprint(root)).toBe(before);
});
