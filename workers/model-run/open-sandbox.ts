import { RungError } from "@/server/errors";
import { findSandbox, NoSandbox, type SandboxChoice } from "../sandbox/find-sandbox";
import type { Sandbox } from "../sandbox/launch";

/**
 * The sandbox that this worker runs models in. `folder` is a cache for the bundled child program. Throws `sandbox_missing`,
 * naming what to install, if nothing here can confine a process.
 */
export async function openSandbox(choice: SandboxChoice, folder: string): Promise<Sandbox> {
  try {
    return await findSandbox(choice, folder);
  } catch (error) {
    if (!(error instanceof NoSandbox)) throw error;
    throw new RungError(
      "sandbox_missing",
      `This machine cannot confine a model (${error.message}), so no model is run.`,
      "Install bubblewrap or Perl (Debian, Ubuntu: apt-get install bubblewrap perl-base). In a container, allow user namespaces.",
      { cause: error },
    );
  }
}
