import { stat } from "node:fs/promises";
import type { Environment } from "../../env";
import { RungError } from "../../errors";

const closed = new Set(["ENOENT", "EACCES", "ENOTDIR"]);

/**
 * Makes sure that a site used by others cannot open a test set, whatever its pages do: it refuses to start if this process may
 * enter their folder. Without a production setting nothing is checked. Throws `not_configured`.
 */
export async function refuseReadableTestSets({
  testSetsDir,
  productionSettings,
}: Pick<Environment, "testSetsDir" | "productionSettings">): Promise<void> {
  const [setting] = productionSettings;
  if (setting === undefined || !(await mayEnter(testSetsDir))) return;
  const everybody = process.geteuid?.() === 0 ? ", because it runs as root, which can read everything" : "";
  throw new RungError(
    "not_configured",
    `${setting} says that others use this site, but it could read the test sets in ${testSetsDir}${everybody}. It was not started.`,
    "Run it as a separate user who may not enter that folder: SECURITY.md shows the users and their permissions.",
  );
}

/** Checks as the effective user, with whose rights files are read; `access` would check as the real one. */
async function mayEnter(folder: string): Promise<boolean> {
  try {
    await stat(`${folder}/.`);
    return true;
  } catch (error) {
    if (closed.has((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}
