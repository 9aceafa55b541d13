import type { Interruption } from "./interruption";

/** Throws where a child ended through no fault of its model: the queue repeats the job. */
export function throwMachineFault(interruption: Interruption | null): void {
  if (interruption?.ours) throw new Error("The sandboxed process did not begin, or was killed from outside.");
}
