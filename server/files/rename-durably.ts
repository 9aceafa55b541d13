import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Renames a finished file or directory into place: a power cut leaves all of it or none of it. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await sync(from);
  await rename(from, to);
  await sync(dirname(to));
}

async function sync(path: string): Promise<void> {
  const opened = await open(path, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
