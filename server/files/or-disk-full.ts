import { RungError } from "../errors";

const words = {
  upload: {
    message:
      "This site's disk is full. Nothing of this upload was stored, and it did not count against your quota.",
    hint: "Try again later; if it happens again, tell a maintainer.",
  },
  "test set": {
    message: "The disk is full; nothing of the test set was stored.",
    hint: "Free some space on its disk (RUNG_TEST_SETS_DIR) and try again.",
  },
} as const;

/** Turns "no space left" (or a spent disk quota) into an error about what was being written; returns any other error unchanged. */
export function orDiskFull(error: unknown, written: keyof typeof words): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  const { message, hint } = words[written];
  return new RungError("disk_full", message, hint, { cause: error });
}
