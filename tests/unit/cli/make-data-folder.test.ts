import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeDataFolder } from "@/server/cli/make-data-folder";
import { RungError } from "@/server/errors";

async function temporary() {
  const folder = await mkdtemp(join(tmpdir(), "rung-data-folder-"));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  return folder;
}

async function refusal(path: string) {
  const error = await makeDataFolder(path).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(RungError);
  const { code, message, hint } = error as RungError;
  expect([code, hint]).toEqual(["not_configured", expect.stringContaining("RUNG_DATA_DIR")]);
  return message;
}

test("a data folder is made with all that it lies in, may be there already, and nothing is left in it", async () => {
  const path = join(await temporary(), "a", "b", "c");
  await makeDataFolder(path);
  await makeDataFolder(path);
  expect(await readdir(path)).toEqual([]);
});

test("two programs may make it at once", async () => {
  const path = join(await temporary(), "a", "b");
  await Promise.all([makeDataFolder(path), makeDataFolder(path), makeDataFolder(path)]);
  expect(await readdir(path)).toEqual([]);
});

test("a file in its place, or in its way, is refused as what it is", async () => {
  const file = join(await temporary(), "file");
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

test.skipIf(process.getuid?.() === 0)("a folder that may not be written to is refused", async () => {
  const path = join(await temporary(), "closed");
  await mkdir(path);
  await chmod(path, 0o500);
  expect(await refusal(path)).toContain("you may not write there");
});
