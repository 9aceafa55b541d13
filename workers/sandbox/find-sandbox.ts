import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildChild } from "./build-child";
import { cacheFile } from "./cache-file";
import { launch, type Sandbox, type SandboxKind, stop } from "./launch";
import { systemCallFilter } from "./system-call-filter";

export type SandboxChoice = "auto" | SandboxKind;

/** Thrown if none of the ways tried can confine a process here; `tried` gives each one's answer. */
export class NoSandbox extends Error {
  constructor(readonly tried: string[]) {
    super([...new Set(tried)].join("; "));
  }
}

/**
 * Builds the child program in `folder` and finds the first way to confine it that works: bubblewrap, then unshare. `none` is used
 * only if requested by name.
 */
export async function findSandbox(choice: SandboxChoice, folder: string): Promise<Sandbox> {
  const root = join(folder, "root");
  mkdirSync(root, { recursive: true });
  const program = await buildChild(folder);
  const calls = systemCallFilter(process.arch);
  const filter = calls && cacheFile(folder, "system-calls.bpf", calls);
  const kinds: SandboxKind[] = choice === "auto" ? ["bwrap", "unshare"] : [choice];
  const tried: string[] = [];
  for (const kind of kinds) {
    for (const sandbox of [
      { kind, program, root, filter },
      { kind, program, root, filter: null },
    ]) {
      if (kind !== "bwrap" && sandbox.filter !== null) continue;
      const trouble = await troubleWith(sandbox);
      if (trouble === null) return sandbox;
      tried.push(`${kind}: ${trouble}`);
    }
  }
  throw new NoSandbox(tried);
}

/** Runs `node --version` confined; null if that works, else its message. */
function troubleWith(sandbox: Sandbox): Promise<string | null> {
  return new Promise((resolve) => {
    const limits = { addressSpaceBytes: null, cpuSeconds: 10 };
    const child = launch({ sandbox, limits, provider: "cpu", argv: ["--version"] });
    const timer = setTimeout(() => stop(child), 10_000);
    let said = "";
    let error = "";
    child.stdout?.on("data", (part: Buffer) => (said += part.toString()));
    child.stderr?.on("data", (part: Buffer) => (error += part.toString()));
    child.on("error", (fault) => (error += fault.message));
    child.on("close", () => {
      clearTimeout(timer);
      resolve(said.trim() === process.version ? null : error.trim().slice(0, 300) || "no answer");
    });
  });
}
