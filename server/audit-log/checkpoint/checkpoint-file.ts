import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { RungError } from "../../errors";
import { type Checkpoint, checkpointSchema } from "./checkpoint";

/** `rung` is the version that made it: another one may look at more. */
const fileSchema = z.strictObject({ rung: z.string(), checkpoint: checkpointSchema });

/**
 * The checkpoint in a file; null where there is no such file.
 * @throws RungError `bad_input` for any other file
 */
export async function readCheckpoint(path: string): Promise<z.output<typeof fileSchema> | null> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new RungError(
      "bad_input",
      `${path} is not a checkpoint of a verification.`,
      "Name one that `rung audit verify --checkpoint` wrote, or a file that does not exist yet.",
      { cause },
    );
  }
}

/** Writes it whole or not at all, for the eyes of its owner: it tells of hidden scores. */
export async function writeCheckpoint(path: string, rung: string, checkpoint: Checkpoint): Promise<void> {
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, JSON.stringify({ rung, checkpoint }), { mode: 0o600 });
  await rename(beside, path);
}
