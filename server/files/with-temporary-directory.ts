import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

const oneDay = 86_400_000;

/**
 * Runs `work` in a fresh directory below the store's root, from which a finished piece can be renamed into place, and removes it
 * afterwards. Directories left behind by killed processes are removed first; those of running ones stay.
 */
export async function withTemporaryDirectory<T>(
  root: string,
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const parent = join(root, "temporary");
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeAbandoned(parent);
  const directory = await mkdtemp(join(parent, `${hostname()}_${process.pid}_`));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const directory = join(parent, name);
    const [host, pid] = name.split("_");
    const sinceWritten = await stat(directory).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    const abandoned = host === hostname() ? !isRunning(Number(pid)) : sinceWritten > oneDay;
    if (abandoned) await rm(directory, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
