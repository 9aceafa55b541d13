import { resolve } from "node:path";
import { env } from "../env";

/** A path as typed, resolved from the folder where the person typed it. */
export function inPlace(path: string): string {
  return resolve(env().workingDirectory, path);
}
