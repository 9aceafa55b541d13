import { mkdir, mkdtemp, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RungError } from "../errors";

const reasons: Record<string, string> = {
  ENOTDIR: "it, or a folder above it, is a file",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "its disk is read-only",
  ENOENT: "no folder can be created there",
};

/**
 * Creates a folder for data if there is none, with the given mode, and checks that it is writable. Throws `not_configured`,
 * saying why it is not.
 */
export async function makeDataFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await makeFolder(path, mode);
    await rmdir(await mkdtemp(join(path, ".try-")));
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""];
    if (reason === undefined) throw error;
    throw new RungError(
      "not_configured",
      `The folder ${path} cannot be used: ${reason}. Nothing was started.`,
      "Set RUNG_DATA_DIR to a folder that you may write to, or leave it out to use .rung in the current folder. RUNG_MODELS_DIR and RUNG_TEST_SETS_DIR place models and test sets elsewhere.",
      { cause: error },
    );
  }
}

/** Not `mkdir` with `recursive`: under /proc it never returns, because it retries for ever on ENOENT. */
async function makeFolder(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return;
    if (code === "EEXIST") throw Object.assign(new Error(`${path} is a file`), { code: "ENOTDIR" });
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path), 0o777);
    await mkdir(path, mode).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== "EEXIST") throw again;
    });
  }
}
