import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addModelFile } from "@/server/model-files/add-model-file";
import type { Site } from "./make-site";

/** The hash of a stored model file with these bytes, or with bytes like no other's. */
export async function makeModelFile(site: Site, bytes: Uint8Array = randomBytes(100)): Promise<string> {
  const sourcePath = join(site.dataDir, `source-${randomBytes(4).toString("hex")}`);
  await writeFile(sourcePath, bytes);
  return (await addModelFile({ ctx: site.web, input: { sourcePath } })).hash;
}
