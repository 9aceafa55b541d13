import type { Ending } from "./model-child";

/** By a signal that no model sends itself. */
export function wasKilled(ending: Ending): boolean {
  return ending.kind === "exit" && (ending.signal === "SIGKILL" || ending.code === 137);
}
