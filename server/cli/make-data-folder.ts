import { mkdir, mkdtemp, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RungError } from "../errors";

const reasons: Record<string, string> = {
  ENOTDIR: "it, or what it would lie in, is a file and not a folder",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "its disk can only be read",
  ENOENT: "no folder can be made there",
};

/** Makes the data folder where there is none, and tries that it can be written to. Throws `not_configured`, saying why it cannot. */
export async function makeDataFolder(path: string): Promise<void> {
  try {
    await makeFolder(path);
    await rmdir(await mkdtemp(join(path, ".try-")));
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""];
    if (reason === undefined) throw error;
    throw new RungError(
      "not_configured",
      `The data folder ${path} cannot be used: ${reason}. The database, models and test sets are kept in it, so nothing was started.`,
      "Set RUNG_DATA_DIR to a folder that you may write to, or leave it out for .rung where you stand.",
      { cause: error },
    );
  }
}

/** Not `mkdir` with `recursive`: below /proc that never returns: it tries again for ever what answers ENOENT. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return;
    if (code === "EEXIST") throw Object.assign(new Error(`${path} is a file`), { code: "ENOTDIR" });
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== "EEXIST") throw again;
    });
  }
}
