import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDERS = ["app", "server", "db", "public"];
const FILES = [
  "package-lock.json",
  "tsconfig.json",
  "next.config.js",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
];

/** A digest of everything that the site is built from, in hex. */
export async function sourceFingerprint(root: string): Promise<string> {
  const paths = [...FILES];
  for (const folder of FOLDERS) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries)
      if (entry.isFile()) paths.push(join(entry.parentPath, entry.name).slice(root.length));
  }
  const digest = createHash("sha256").update(process.version);
  for (const path of paths.toSorted()) {
    const content = await readFile(join(root, path)).catch(() => undefined);
    if (content !== undefined) digest.update(`${path}\0${content.length}\0`).update(content);
  }
  return digest.digest("hex");
}
