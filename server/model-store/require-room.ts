import { mkdir, statfs } from "node:fs/promises";
import { RungError } from "../errors";

const reserveBytes = 64 << 20;

/** Throws `disk_full` if a folder's disk has no room for that many bytes, before any is stored. */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= bytes + reserveBytes) return;
  throw new RungError(
    "disk_full",
    "This site has no room for a model of that size. Nothing was stored, and it did not count against your quota.",
    "Try again later; if it happens again, tell a maintainer.",
  );
}
