import { mkdir, statfs } from "node:fs/promises";

/** How many bytes may still be written to folders, on the fullest of their disks, if `floor` bytes are to stay free; 0 at least. */
export async function roomOnDisk(folders: readonly string[], floor: number): Promise<number> {
  const rooms = folders.map(async (folder) => {
    await mkdir(folder, { recursive: true });
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize - floor;
  });
  return Math.max(0, Math.min(...(await Promise.all(rooms))));
}
