import { UsageError } from "./usage-error";

/** The one model file among a command's words. */
export function onlyOne([model, ...more]: string[]): string {
  if (!model || more.length > 0) throw new UsageError("Give one model file.");
  return model;
}
