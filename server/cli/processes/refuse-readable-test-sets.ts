import { stat } from "node:fs/promises";
import type { Environment } from "../../env";
import { RungError } from "../../errors";

const closed = new Set(["ENOENT", "EACCES", "ENOTDIR"]);

/**
 * Makes sure that a site which others use cannot open a test set, whatever its pages do: where this process may enter their folder, it
 * is refused. Without a production setting nothing is asked. Throws `not_configured`.
 */
export async function refuseReadableTestSets({
  testSetsDir,
  productionSettings,
}: Pick<Environment, "testSetsDir" | "productionSettings">): Promise<void> {
  const [setting] = productionSettings;
  if (setting === undefined || !(await mayEnter(testSetsDir))) return;
  const everybody = process.geteuid?.() === 0 ? ", because it runs as root, who reads everything" : "";
  throw new RungError(
    "not_configured",
    `${setting} says that others use this site, and it could read the test sets in ${testSetsDir}${everybody}; so it does not start.`,
    "Run it as a user of its own who may not enter that folder: SECURITY.md shows the users and the rights.",
  );
}

/** Asks as the user by whose rights files are read; `access` would ask as the one who started the process. */
async function mayEnter(folder: string): Promise<boolean> {
  try {
    await stat(`${folder}/.`);
    return true;
  } catch (error) {
    if (closed.has((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}
