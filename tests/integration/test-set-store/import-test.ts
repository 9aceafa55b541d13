import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { freezeTestSet } from "@/server/test-set-store/freeze-test-set";
import { folderTest } from "../../fixtures/folder-test";
import { writeNpy } from "./write-npy";
import { type TarEntry, writeTar } from "./write-tar";

interface Options {
  labelsPath?: string;
  auditFraction?: number;
  key?: number;
}

/** A test that freezes sources of the classes airplane, cat and dog into a store of its own. */
export const importTest = folderTest
  .extend("root", ({ folder }) => join(folder, "store"))
  .extend(
    "tar",
    ({ folder }) =>
      (entries: TarEntry[]) =>
        writeTar(join(folder, "set.tar"), entries),
  )
  .extend("labels", ({ folder }) => (values: number[]) => {
    return writeNpy(join(folder, "labels.npy"), "|u1", [values.length], Uint8Array.from(values));
  })
  .extend("writeFolder", ({ folder }) => async (entries: TarEntry[]) => {
    for (const { name, content } of entries) {
      const path = join(folder, "folder", name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content ?? "");
    }
    return join(folder, "folder");
  })
  .extend("bring", ({ root }) => (source: string, { key = 1, auditFraction = 0, ...more }: Options = {}) => {
    const classes = ["airplane", "cat", "dog"];
    return freezeTestSet({ root, source, classes, digestKey: Buffer.alloc(32, key), auditFraction, ...more });
  })
  /** Why a source is refused; nothing but empty folders may be left of it. */
  .extend("refusal", ({ root, bring }) => async (source: string, more: Options = {}) => {
    const error = await bring(source, more).catch((thrown) => thrown);
    expect(error).toMatchObject({ name: "RungError", code: "bad_input" });
    for (const part of await readdir(root).catch(() => [])) {
      expect(await readdir(join(root, part))).toEqual([]);
    }
    return `${error.message} ${error.hint}`;
  });
