import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Removes the files in a folder that are meant, by their names, and that were last written before a given time. */
export async function removeOlder({
  folder,
  isMeant,
  before,
}: {
  folder: string;
  isMeant: (name: string) => boolean;
  before: Date;
}): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isMeant)) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => null);
    if (file?.isFile() && file.mtime < before) await rm(path, { force: true });
  }
}
