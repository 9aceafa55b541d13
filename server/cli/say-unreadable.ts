import { RungError } from "../errors";

/** Why a file that the person named cannot be read; for any other failure, the error's own message. */
export function sayUnreadable(path: string, cause: unknown): RungError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: `There is no file ${path}.`,
    EISDIR: `${path} is a folder, not a file.`,
    EACCES: `You may not read ${path}.`,
  };
  return new RungError(
    "bad_input",
    reasons[code ?? ""] ?? `${path} cannot be read: ${message}.`,
    "Paths are relative to the current folder.",
    { cause },
  );
}
