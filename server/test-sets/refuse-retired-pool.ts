import type { pools } from "../../db/schema";
import { RungError } from "../errors";

/** A pool retires for good: its adaptivity is public. Throws `too_late` for a version that would reactivate it. */
export function refuseRetiredPool(pool: typeof pools.$inferSelect): void {
  if (!pool.retiredAt) return;
  throw new RungError(
    "too_late",
    `The pool "${pool.name}" was retired, and what was measured on it is public.`,
    "Import new images under a new name.",
  );
}
