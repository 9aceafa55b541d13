import { findSandbox, NoSandbox } from "@/workers/sandbox/find-sandbox";
import type { Sandbox, SandboxKind } from "@/workers/sandbox/launch";

/** The kinds of sandbox that this machine has; for the others it says why they are not tried. */
export async function workingSandboxes(
  folder: string,
  kinds: SandboxKind[] = ["bwrap", "unshare"],
): Promise<Sandbox[]> {
  const found: Sandbox[] = [];
  for (const kind of kinds) {
    try {
      found.push(await findSandbox(kind, folder));
    } catch (error) {
      if (!(error instanceof NoSandbox)) throw error;
      console.warn(`skipped: ${error.message}`);
    }
  }
  return found;
}
