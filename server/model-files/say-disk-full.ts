import { RungError } from "../errors";

/** Says a full disk (or a spent disk quota) in words; any other error comes back as it is. */
export function sayDiskFull(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  return new RungError(
    "disk_full",
    "The disk of this site is full. Nothing of this upload was kept, and it cost no quota.",
    "Try again later; if it stays so, tell a maintainer.",
    { cause: error },
  );
}
