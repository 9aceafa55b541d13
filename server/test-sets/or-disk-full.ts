import { RungError } from "../errors";

/** Turns "no space left" into words for people and leaves every other error as it is. */
export function orDiskFull(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  return new RungError(
    "disk_full",
    "The disk is full; nothing of the test set was kept.",
    "Free some space below RUNG_DATA_DIR and try again.",
    { cause: error },
  );
}
