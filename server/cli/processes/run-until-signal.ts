import type { ChildProgram } from "./child-programs";
import { nextSignal } from "./next-signal";
import { runChild } from "./run-child";

const GRACE_MS = 5000;

/**
 * Runs a child until a signal ends it (exit code 0, whatever the child's own) or it ends by itself (its exit code; 1 after a
 * signal that we did not send).
 */
export async function runUntilSignal(program: ChildProgram): Promise<number> {
  const child = runChild(program);
  const first = await Promise.race([nextSignal(), child.ended]);
  if (typeof first !== "string") return first.code ?? 1;
  await child.stop(GRACE_MS);
  return 0;
}
