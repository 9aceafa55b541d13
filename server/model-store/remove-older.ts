import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Removes the files in a folder whose names are `named` so and that were last written before a given time. */
export async function removeOlder({
  folder,
  named,
  before,
}: {
  folder: string;
  named: RegExp;
  before: Date;
}): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => named.test(name))) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => null);
    if (file?.isFile() && file.mtime < before) await rm(path, { force: true });
  }
}
