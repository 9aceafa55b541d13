import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { RungError } from "../errors";
import { namedFiles } from "../model-files/one-file/merge-files";
import { baseName } from "../onnx/external/base-name";
import { repository } from "./processes/repository";

/**
 * The path of the data file that a model names, looked for in the model's folder only; null if its values are inside. Throws
 * `model_refused`, naming the file, where it is missing.
 */
export async function dataFileBeside(modelPath: string): Promise<string | null> {
  const [named] = await namedFiles({ path: modelPath, root: repository });
  if (named === undefined) return null;
  const path = join(dirname(modelPath), baseName(named));
  await access(path).catch((error) => {
    throw new RungError(
      "model_refused",
      `${basename(modelPath)} has its values in ${baseName(named)}, which is not beside it.`,
      "Put the file that the export wrote into the same folder, or export again with external_data=False.",
      { cause: error },
    );
  });
  return path;
}
