import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storeModelFile } from "@/server/model-store/store-model-file";

// The SHA-256 of "abc" as FIPS 180-2, appendix B.1, gives it.
const hashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

let folder: string;
let modelsDir: string;
let sourcePath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rung-store-"));
  modelsDir = join(folder, "models");
  sourcePath = join(folder, "source");
  await writeFile(sourcePath, "abc");
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const storedPath = () => join(modelsDir, "ba", hashOfAbc);

test.each([false, true])("a file lies under the SHA-256 of its bytes (adopt: %s)", async (adopt) => {
  expect(await storeModelFile({ modelsDir, sourcePath, adopt })).toEqual({ hash: hashOfAbc, bytes: 3 });
  expect(await readFile(storedPath(), "utf8")).toBe("abc");
  expect(await readFile(sourcePath, "utf8")).toBe("abc");
});

test.each([false, true])("storing it again changes nothing (adopt: %s)", async (adopt) => {
  await storeModelFile({ modelsDir, sourcePath });
  await storeModelFile({ modelsDir, sourcePath, adopt });
  expect(await readdir(modelsDir, { recursive: true })).toEqual(["ba", join("ba", hashOfAbc)]);
});

test("a copy does not follow its source, which may be somebody's own file", async () => {
  await storeModelFile({ modelsDir, sourcePath });
  await writeFile(sourcePath, "changed");
  expect(await readFile(storedPath(), "utf8")).toBe("abc");
});

test("an adopted file is not copied", async () => {
  await storeModelFile({ modelsDir, sourcePath, adopt: true });
  expect((await stat(storedPath())).ino).toBe((await stat(sourcePath)).ino);
});

test("a source that fails half-way leaves nothing", async () => {
  await chmod(sourcePath, 0o600);
  await expect(storeModelFile({ modelsDir, sourcePath: modelsDir })).rejects.toThrow();
  await expect(storeModelFile({ modelsDir, sourcePath: join(folder, "absent") })).rejects.toThrow(/ENOENT/);
  expect(await readdir(modelsDir)).toEqual([]);
});
