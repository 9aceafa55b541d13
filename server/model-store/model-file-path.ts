import { join } from "node:path";

/** The path of the model with a hash (SHA-256 in hex) below the models' folder. */
export function modelFilePath(modelsDir: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError("a model file is named by 64 hexadecimal digits");
  return join(modelsDir, hash.slice(0, 2), hash);
}
