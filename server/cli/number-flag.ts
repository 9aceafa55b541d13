import { UsageError } from "./usage-error";

/** The number of a flag, or undefined where it was not given. */
export function numberFlag(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new UsageError(`--${name} needs a number, not "${text}".`);
  return value;
}
