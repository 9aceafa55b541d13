import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { makeDataFolder } from "@/server/cli/make-data-folder";
import { RungError } from "@/server/errors";
import { folderTest as test } from "../../fixtures/folder-test";

async function refusal(path: string) {
  const error = await makeDataFolder(path).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(RungError);
  const { code, message, hint } = error as RungError;
  expect([code, hint]).toEqual(["not_configured", expect.stringContaining("RUNG_DATA_DIR")]);
  return message;
}

test("a data folder is made with all that it lies in, may be there already, and nothing is left in it", async ({
  folder,
}) => {
  const path = join(folder, "a", "b", "c");
  await makeDataFolder(path);
  await makeDataFolder(path);
  expect(await readdir(path)).toEqual([]);
});

test("two programs may make it at once", async ({ folder }) => {
  const path = join(folder, "a", "b");
  await Promise.all([makeDataFolder(path), makeDataFolder(path), makeDataFolder(path)]);
  expect(await readdir(path)).toEqual([]);
});

test("a file in its place, or in its way, is refused as what it is", async ({ folder }) => {
  const file = join(folder, "file");
  await writeFile(file, "");
  expect(await refusal(file)).toContain(`${file} cannot be used: it, or a folder above it, is a file`);
  expect(await refusal(join(file, "below"))).toContain("is a file");
});

test.runIf(process.platform === "linux")(
  "where no folder can be made the refusal comes at once",
  async () => {
    expect(await refusal("/proc/x/y")).toContain("/proc/x/y cannot be used: no folder can be created there");
  },
);

test.skipIf(process.getuid?.() === 0)(
  "a folder that may not be written to is refused",
  async ({ folder }) => {
    const path = join(folder, "closed");
    await mkdir(path);
    await chmod(path, 0o500);
    expect(await refusal(path)).toContain("you may not write there");
  },
);
