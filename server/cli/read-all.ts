import { UsageError } from "./usage-error";

type Readings = Record<string, () => unknown>;

/** Does all of these readings of a command line. Throws one `UsageError` with everything that is wrong, else the first other error. */
export function readAll<R extends Readings>(readings: R): { [Name in keyof R]: ReturnType<R[Name]> } {
  const errors: unknown[] = [];
  const read = Object.entries(readings).map(([name, reading]) => {
    try {
      return [name, reading()];
    } catch (error) {
      errors.push(error);
      return [name, undefined];
    }
  });
  const usage = errors.filter((error) => error instanceof UsageError);
  if (usage.length > 0) throw new UsageError(usage.map(({ message }) => message).join(" "));
  if (errors.length > 0) throw errors[0];
  return Object.fromEntries(read) as { [Name in keyof R]: ReturnType<R[Name]> };
}
