import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { storeModelFile } from "@/server/model-store/store-model-file";
import { folderTest } from "../../fixtures/folder-test";

// The SHA-256 of "abc" as FIPS 180-2, appendix B.1, gives it.
const hashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

const test = folderTest
  .extend("modelsDir", ({ folder }) => join(folder, "models"))
  .extend("storedPath", ({ modelsDir }) => join(modelsDir, "ba", hashOfAbc))
  .extend("sourcePath", async ({ folder }) => {
    const sourcePath = join(folder, "source");
    await writeFile(sourcePath, "abc");
    return sourcePath;
  });

test.for([false, true])(
  "a file lies under the SHA-256 of its bytes (adopt: %s)",
  async (adopt, { modelsDir, sourcePath, storedPath }) => {
    expect(await storeModelFile({ modelsDir, sourcePath, adopt })).toEqual({ hash: hashOfAbc, bytes: 3 });
    expect(await readFile(storedPath, "utf8")).toBe("abc");
    expect(await readFile(sourcePath, "utf8")).toBe("abc");
  },
);

test.for([false, true])(
  "storing it again changes nothing (adopt: %s)",
  async (adopt, { modelsDir, sourcePath }) => {
    await storeModelFile({ modelsDir, sourcePath });
    await storeModelFile({ modelsDir, sourcePath, adopt });
    expect(await readdir(modelsDir, { recursive: true })).toEqual(["ba", join("ba", hashOfAbc)]);
  },
);

test("a copy does not follow its source, which may be somebody's own file", async ({
  modelsDir,
  sourcePath,
  storedPath,
}) => {
  await storeModelFile({ modelsDir, sourcePath });
  await writeFile(sourcePath, "changed");
  expect(await readFile(storedPath, "utf8")).toBe("abc");
});

test("an adopted file is not copied", async ({ modelsDir, sourcePath, storedPath }) => {
  await storeModelFile({ modelsDir, sourcePath, adopt: true });
  expect((await stat(storedPath)).ino).toBe((await stat(sourcePath)).ino);
});

test("a source that fails half-way leaves nothing", async ({ folder, modelsDir, sourcePath }) => {
  await chmod(sourcePath, 0o600);
  await expect(storeModelFile({ modelsDir, sourcePath: modelsDir })).rejects.toThrow();
  await expect(storeModelFile({ modelsDir, sourcePath: join(folder, "absent") })).rejects.toThrow(/ENOENT/);
  expect(await readdir(modelsDir)).toEqual([]);
});
