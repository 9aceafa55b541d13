import { findSandbox, NoSandbox } from "@/workers/sandbox/find-sandbox";
import type { Sandbox } from "@/workers/sandbox/launch";

/** The kinds of sandbox that this machine has; for the others it says why they are not tried. */
export async function workingSandboxes(folder: string): Promise<Sandbox[]> {
  const found: Sandbox[] = [];
  for (const kind of ["bwrap", "unshare"] as const) {
    try {
      found.push(await findSandbox(kind, folder));
    } catch (error) {
      if (!(error instanceof NoSandbox)) throw error;
      console.warn(`skipped: ${error.message}`);
    }
  }
  return found;
}
