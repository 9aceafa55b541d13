import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storeModelFile } from "@/server/model-files/store-model-file";

// The SHA-256 of "abc" as FIPS 180-2, appendix B.1, gives it.
const hashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

let dataDir: string;
let sourcePath: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "rung-store-"));
  sourcePath = join(dataDir, "source");
  await writeFile(sourcePath, "abc");
});
afterEach(async () => await rm(dataDir, { recursive: true, force: true }));

const storedPath = () => join(dataDir, "models", "ba", hashOfAbc);

test.each([false, true])("a file lies under the SHA-256 of its bytes (adopt: %s)", async (adopt) => {
  expect(await storeModelFile({ dataDir, sourcePath, adopt })).toEqual({ hash: hashOfAbc, bytes: 3 });
  expect(await readFile(storedPath(), "utf8")).toBe("abc");
  expect(await readFile(sourcePath, "utf8")).toBe("abc");
});

test.each([false, true])("storing it again changes nothing (adopt: %s)", async (adopt) => {
  await storeModelFile({ dataDir, sourcePath });
  await storeModelFile({ dataDir, sourcePath, adopt });
  expect(await readdir(join(dataDir, "models"), { recursive: true })).toEqual(["ba", join("ba", hashOfAbc)]);
});

test("a copy does not follow its source, which may be somebody's own file", async () => {
  await storeModelFile({ dataDir, sourcePath });
  await writeFile(sourcePath, "changed");
  expect(await readFile(storedPath(), "utf8")).toBe("abc");
});

test("an adopted file is not copied", async () => {
  await storeModelFile({ dataDir, sourcePath, adopt: true });
  expect((await stat(storedPath())).ino).toBe((await stat(sourcePath)).ino);
});

test("a source that fails half-way leaves nothing", async () => {
  await chmod(sourcePath, 0o600);
  await expect(storeModelFile({ dataDir, sourcePath: join(dataDir, "models") })).rejects.toThrow();
  await expect(storeModelFile({ dataDir, sourcePath: join(dataDir, "absent") })).rejects.toThrow(/ENOENT/);
  expect(await readdir(join(dataDir, "models"))).toEqual([]);
});
