import type { ChildProgram } from "./child-programs";
import { nextSignal } from "./next-signal";
import { runChild } from "./run-child";

const GRACE_MS = 5000;

/** Runs a child until a signal ends it (exit code 0) or it ends by itself (its exit code, 1 after a signal not from us). */
export async function runUntilSignal(program: ChildProgram): Promise<number> {
  const child = runChild(program);
  const asked = nextSignal().then(async () => await child.stop(GRACE_MS));
  const first = await Promise.race([asked, child.ended]);
  return first === undefined ? 0 : (first.code ?? 1);
}
