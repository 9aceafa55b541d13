import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Removes the files in a folder whose names have a given ending and that were last written before a given time. */
export async function removeOlder({
  folder,
  ending,
  before,
}: {
  folder: string;
  ending: string;
  before: Date;
}): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.endsWith(ending))) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => null);
    if (file && file.mtime < before) await rm(path, { force: true });
  }
}
