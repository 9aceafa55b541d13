import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ImageEntry } from "./image-entry";

/** Everything below a folder, ordered by name, depth first. Links are reported as `other`, never followed. */
export async function* folderEntries(folder: string, below = ""): AsyncGenerator<ImageEntry> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    const whole = join(folder, path);
    const kind = entry.isFile() ? "file" : entry.isDirectory() ? "directory" : "other";
    const size = kind === "file" ? (await stat(whole)).size : 0;
    yield { path, kind, size, read: () => readFile(whole) };
    if (kind === "directory") yield* folderEntries(folder, path);
  }
}
