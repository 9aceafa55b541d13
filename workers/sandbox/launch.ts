import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { bubblewrap } from "./bubblewrap";
import { prlimitArguments, type ResourceLimits } from "./resource-limits";
import { type Binding, type Provider, runtimeFiles, runtimePackages } from "./runtime-files";
import { unshare } from "./unshare";

export type SandboxKind = "bwrap" | "unshare" | "none";

/** A way to confine that has been tested on this machine. */
export interface Sandbox {
  kind: SandboxKind;
  /** the bundled child program */
  program: string;
  /** an empty folder on which a tree can be built, in a namespace of its own */
  root: string;
  /** a compiled system-call filter, for `bwrap` */
  filter: string | null;
}

interface Launch {
  sandbox: Sandbox;
  /** those to run on, as `taskset` takes them; all by default */
  processors?: string | null | undefined;
  limits: ResourceLimits;
  provider: Provider;
  /** a model file on this machine, seen inside as `modelInside(sandbox, model)` */
  model?: string;
  /** arguments for Node instead of the bundled program */
  argv?: string[];
}

const ENVIRONMENT = {
  NODE_ENV: "production",
  ORT_DISABLE_TELEMETRY: "1",
  MALLOC_ARENA_MAX: "1",
  UV_THREADPOOL_SIZE: "1",
} as const;
/** If memory runs short, the kernel kills the model first, not the worker. */
const FIRST_TO_GO = ["-c", 'echo 1000 2>/dev/null >/proc/self/oom_score_adj; exec "$@"', "sh"];
const SEARCH = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };

/** The path under which the child sees its model. */
export function modelInside(sandbox: Sandbox, model: string): string {
  return sandbox.kind === "none" ? model : "/model.onnx";
}

/**
 * Starts a confined Node. Its file descriptors 0 to 3 are pipes; `stop` kills its process group, and it dies with this process.
 */
export function launch(given: Launch): ChildProcess {
  const { sandbox, processors, limits } = given;
  const pinned = processors ? ["taskset", "-c", processors] : [];
  const command = [...pinned, "prlimit", ...prlimitArguments(limits), ...confined(given)];
  const path = filterOf(given);
  const filter = path === null ? null : openSync(path, "r");
  const stdio: StdioOptions = ["pipe", "pipe", "pipe", "pipe", ...(filter === null ? [] : [filter])];
  try {
    return spawn("sh", [...FIRST_TO_GO, ...command], {
      detached: true,
      cwd: dirname(sandbox.program),
      env: { ...SEARCH, ...environmentOf(given.provider), ...(sandbox.kind === "none" ? nodePath() : {}) },
      stdio,
    });
  } finally {
    if (filter !== null) closeSync(filter);
  }
}

/** Ends a launched process and all that it started. */
export function stop(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

/** GPU drivers open sockets and start helpers; only the CPU runtime is known to do without. */
function filterOf({ sandbox, provider }: Launch): string | null {
  return sandbox.kind === "bwrap" && provider === "cpu" ? sandbox.filter : null;
}

function confined(given: Launch): string[] {
  const { sandbox, provider, model, argv } = given;
  if (sandbox.kind === "none") return [process.execPath, ...(argv ?? [sandbox.program])];
  const bindings: Binding[] = [
    ...runtimeFiles(provider),
    { from: sandbox.program, to: "/runtime/child.cjs" },
    ...(model === undefined ? [] : [{ from: model, to: "/model.onnx" }]),
  ];
  const command = [process.execPath, ...(argv ?? ["/runtime/child.cjs"])];
  const confinement = { bindings, environment: environmentOf(provider), proc: provider !== "cpu", command };
  return sandbox.kind === "bwrap"
    ? bubblewrap(confinement, filterOf(given) !== null)
    : unshare(confinement, sandbox.root);
}

/** A GPU runtime's libraries may be found only through the loader's path. */
function environmentOf(provider: Provider) {
  const libraries = provider === "cpu" ? undefined : process.env.LD_LIBRARY_PATH;
  return libraries ? { ...ENVIRONMENT, LD_LIBRARY_PATH: libraries } : ENVIRONMENT;
}

function nodePath() {
  return { NODE_PATH: dirname(runtimePackages().node) };
}
