import { UsageError } from "./usage-error";

/** The number given with a flag, or undefined if the flag is absent. */
export function numberFlag(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new UsageError(`--${name} needs a number, not "${text}".`);
  return value;
}
