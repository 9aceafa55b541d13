import { readFile } from "node:fs/promises";
import { z } from "zod";
import { RungError } from "../errors";
import { testSetFiles } from "./test-set-files";

const manifestSchema = z.object({
  format: z.literal(1),
  /** HMAC-SHA-256 in hex over images, labels, split and class names. */
  digest: z.string(),
  images: z.int().positive(),
  audit: z.int().nonnegative(),
  classes: z.array(z.string()),
  /** Height and width in pixels of raw pixels; null if the pack contains encoded images. */
  pixels: z.object({ height: z.int().positive(), width: z.int().positive() }).nullable(),
});

export type TestSetManifest = z.output<typeof manifestSchema>;

/**
 * A version's description of itself. It is the last file that an import writes, so a version that has it is complete. Throws
 * `not_found`.
 */
export async function readManifest(at: { root: string; versionId: string }): Promise<TestSetManifest> {
  const text = await readFile(testSetFiles(at.root, at.versionId).manifest, "utf8").catch((error) => {
    if (error.code !== "ENOENT") throw error;
    throw new RungError("not_found", `There is no test set version "${at.versionId}" in the store.`);
  });
  return manifestSchema.parse(JSON.parse(text));
}
