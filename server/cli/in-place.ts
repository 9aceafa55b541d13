import { resolve } from "node:path";
import { env } from "../env";

/** A path as the person wrote it, from where the person stands. */
export function inPlace(path: string): string {
  return resolve(env().workingDirectory, path);
}
