import { UsageError } from "./usage-error";

/** The text of a flag that must be given. */
export function needed(values: Record<string, unknown>, name: string): string {
  const value = values[name];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} is needed.`);
  return value;
}
