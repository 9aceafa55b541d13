import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildChild } from "./build-child";
import { cacheFile } from "./cache-file";
import { launch, type Sandbox, type SandboxKind, stop } from "./launch";
import { systemCallFilter } from "./system-call-filter";

export type SandboxChoice = "auto" | SandboxKind;
type Way = Pick<Sandbox, "kind" | "user"> & { filtered: boolean };

/** Thrown if none of the ways tried can confine a process here; `tried` gives each one's answer. */
export class NoSandbox extends Error {
  constructor(readonly tried: string[]) {
    super([...new Set(tried)].join("; "));
  }
}

const ways: Record<SandboxKind, Way[]> = {
  bwrap: [
    { kind: "bwrap", filtered: true, user: "own" },
    { kind: "bwrap", filtered: false, user: "own" },
  ],
  unshare: [
    { kind: "unshare", filtered: true, user: "other" },
    { kind: "unshare", filtered: true, user: "own" },
    { kind: "unshare", filtered: false, user: "own" },
  ],
  // Without namespaces the filter is what closes the network and other processes.
  landlock: [
    { kind: "landlock", filtered: true, user: "other" },
    { kind: "landlock", filtered: true, user: "own" },
  ],
  none: [{ kind: "none", filtered: false, user: "own" }],
};

/**
 * The ways to confine, best first: with a filter of system calls, with namespaces, as another user. Only root can run a model as
 * another user; no limit on processes binds root itself.
 */
export function waysToTry(choice: SandboxChoice, isRoot: boolean): Way[] {
  const kinds: SandboxKind[] = choice === "auto" ? ["bwrap", "unshare", "landlock"] : [choice];
  const worth = ({ kind, user, filtered }: Way) =>
    (filtered ? 4 : 0) + (kind === "landlock" ? 0 : 2) + (user === "other" ? 1 : 0);
  return kinds
    .flatMap((kind) => ways[kind])
    .filter(({ user }) => isRoot || user === "own")
    .sort((a, b) => worth(b) - worth(a));
}

/**
 * Builds the child program in `folder` and finds the best way to confine it that works here. `none` is used only if requested
 * by name.
 */
export async function findSandbox(choice: SandboxChoice, folder: string): Promise<Sandbox> {
  const root = join(folder, "root");
  mkdirSync(root, { recursive: true });
  const program = await buildChild(folder);
  const calls = systemCallFilter(process.arch);
  const filter = calls && cacheFile(folder, "system-calls.bpf", calls);
  const tried: string[] = [];
  for (const { kind, user, filtered } of waysToTry(choice, process.getuid?.() === 0)) {
    if (filtered && filter === null) continue;
    const sandbox = { kind, user, program, root, filter: filtered ? filter : null };
    const trouble = await troubleWith(sandbox);
    if (trouble === null) return sandbox;
    tried.push(`${kind}: ${trouble}`);
  }
  throw new NoSandbox(tried);
}

/** Tries inside what must not work: to read this program's own source, and, where there is a filter, to start a process. */
const TRIES = `
const tries = {
  "files of this machine can be read": () => require("fs").readFileSync(process.argv[1]),
  "processes can be started": () => {
    if (process.argv[2] && !require("child_process").spawnSync(process.execPath, ["--version"]).error) return;
    throw new Error();
  },
};
const open = Object.keys(tries).filter((name) => { try { tries[name](); return true } catch { return false } });
require("fs").writeSync(1, JSON.stringify({ version: process.version, open }));
`;

/** Runs Node confined; null if it runs and is confined, else what is wrong. */
function troubleWith(sandbox: Sandbox): Promise<string | null> {
  return new Promise((resolve) => {
    const limits = { addressSpaceBytes: null, cpuSeconds: 10 };
    const argv = ["-e", TRIES, import.meta.filename, sandbox.filter === null ? "" : "filtered"];
    const child = launch({ sandbox, limits, provider: "cpu", argv });
    const timer = setTimeout(() => stop(child), 10_000);
    let said = "";
    let error = "";
    child.stdout?.on("data", (part: Buffer) => (said += part.toString()));
    child.stderr?.on("data", (part: Buffer) => (error += part.toString()));
    child.on("error", (fault) => (error += fault.message));
    child.on("close", () => {
      clearTimeout(timer);
      resolve(said ? troubleIn(said, sandbox) : error.trim().slice(0, 300) || "no answer");
    });
  });
}

function troubleIn(said: string, { kind }: Sandbox): string | null {
  const { version, open } = JSON.parse(said) as { version: string; open: string[] };
  if (version !== process.version) return `Node ${version} answered`;
  return open.length === 0 || kind === "none" ? null : open.join(", ");
}
