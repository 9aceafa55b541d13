import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sourceFingerprint } from "@/server/cli/processes/source-fingerprint";

async function checkout(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "rung-sources-"));
  onTestFinished(async () => await rm(root, { recursive: true }));
  await mkdir(join(root, "app/_components"), { recursive: true });
  await writeFile(join(root, "app/page.tsx"), "one");
  await writeFile(join(root, "app/_components/plot.tsx"), "two");
  await writeFile(join(root, "package-lock.json"), "{}");
  return root;
}

test("the same sources have the same fingerprint wherever and whenever they were checked out", async () => {
  const [one, other] = [await checkout(), await checkout()];
  expect(await sourceFingerprint(one)).toBe(await sourceFingerprint(other));
});

test.each([
  ["a changed file", async (root: string) => await writeFile(join(root, "app/_components/plot.tsx"), "2")],
  ["a new file", async (root: string) => await cp(join(root, "app/page.tsx"), join(root, "app/icon.tsx"))],
  [
    "another name",
    async (root: string) => {
      await cp(join(root, "app/page.tsx"), join(root, "app/q.tsx"));
      await rm(join(root, "app/page.tsx"));
    },
  ],
  ["another lock", async (root: string) => await writeFile(join(root, "package-lock.json"), "{ }")],
])("%s changes it", async (_, change) => {
  const root = await checkout();
  const before = await sourceFingerprint(root);
  await change(root);
  expect(await sourceFingerprint(root)).not.toBe(before);
});

test("a test or a document does not change it", async () => {
  const root = await checkout();
  const before = await sourceFingerprint(root);
  await writeFile(join(root, "README.md"), "words");
  expect(await sourceFingerprint(root)).toBe(before);
});
