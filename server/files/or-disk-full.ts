import { RungError } from "../errors";

const words = {
  upload: {
    message: "The disk of this site is full. Nothing of this upload was kept, and it cost no quota.",
    hint: "Try again later; if it stays so, tell a maintainer.",
  },
  "test set": {
    message: "The disk is full; nothing of the test set was kept.",
    hint: "Free some space on its disk (RUNG_TEST_SETS_DIR) and try again.",
  },
} as const;

/** Turns "no space left" (or a spent disk quota) into words about what was being written; any other error comes back as it is. */
export function orDiskFull(error: unknown, written: keyof typeof words): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  const { message, hint } = words[written];
  return new RungError("disk_full", message, hint, { cause: error });
}
