import { open } from "node:fs/promises";

/** Writes a file, readable by its owner only, and waits until it is on the disk. */
export async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
