import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { bubblewrap, FILTER_FILE } from "./bubblewrap";
import type { Confinement } from "./confinement";
import { landlock } from "./landlock";
import { othersMayRead } from "./others-may-read";
import { prlimitArguments, type ResourceLimits } from "./resource-limits";
import { type Provider, runtimeFiles, runtimePackages } from "./runtime-files";
import { unshare } from "./unshare";

export type SandboxKind = "bwrap" | "unshare" | "landlock" | "none";

/** A way to confine that has been tested on this machine. */
export interface Sandbox extends Pick<Confinement, "filter" | "user"> {
  kind: SandboxKind;
  /** the bundled child program */
  program: string;
  /** an empty folder on which a tree can be built, in a namespace of its own */
  root: string;
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
  UV_USE_IO_URING: "0",
} as const;
/** If memory runs short, the kernel kills the model first, not the worker. */
const FIRST_TO_GO = ["-c", 'echo 1000 2>/dev/null >/proc/self/oom_score_adj; exec "$@"', "sh"];
const SEARCH = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };

/** Whether the child sees its files at places of their own, not where they are on this machine. */
const hasTree = ({ kind }: Sandbox) => kind === "bwrap" || kind === "unshare";

/** The path under which the child sees its model. */
export function modelInside(sandbox: Sandbox, model: string): string {
  return hasTree(sandbox) ? "/model.onnx" : model;
}

/**
 * Starts a confined Node. Its file descriptors 0 to 3 are pipes; `stop` kills its process group, and it dies with this process.
 */
export function launch({ sandbox, processors, limits, provider, model, argv }: Launch): ChildProcess {
  const program = hasTree(sandbox) ? "/runtime/child.cjs" : sandbox.program;
  const environment = { ...environmentOf(provider), ...(hasTree(sandbox) ? {} : inPlace()) };
  // GPU drivers open sockets and start helpers, and a GPU's device nodes have groups of their own.
  const filter = provider === "cpu" ? sandbox.filter : null;
  const readable = model === undefined || othersMayRead(model, { inPlace: !hasTree(sandbox) });
  const confinement: Confinement = {
    bindings: [
      ...runtimeFiles(provider),
      { from: sandbox.program, to: "/runtime/child.cjs" },
      ...(model === undefined ? [] : [{ from: model, to: "/model.onnx" }]),
    ],
    environment,
    proc: provider !== "cpu",
    filter,
    user: filter !== null && readable ? sandbox.user : "own",
    command: [process.execPath, ...(argv ?? [program])],
  };
  const pinned = processors ? ["taskset", "-c", processors] : [];
  return start({
    command: [...pinned, "prlimit", ...prlimitArguments(limits), ...confined(sandbox, confinement)],
    cwd: dirname(sandbox.program),
    environment,
    filter: sandbox.kind === "bwrap" ? filter : null,
  });
}

/** The command that runs another one confined. */
export function confined(sandbox: Pick<Sandbox, "kind" | "root">, confinement: Confinement): string[] {
  if (sandbox.kind === "bwrap") return bubblewrap(confinement);
  if (sandbox.kind === "unshare") return unshare(confinement, sandbox.root);
  if (sandbox.kind === "landlock") return landlock(confinement);
  return confinement.command;
}

interface Start {
  command: string[];
  cwd: string;
  environment: NodeJS.ProcessEnv;
  /** a file to be read from `FILTER_FILE` */
  filter: string | null;
}

function start({ command, cwd, environment, filter }: Start): ChildProcess {
  const opened = filter === null ? null : openSync(filter, "r");
  const stdio: StdioOptions = ["pipe", "pipe", "pipe", "pipe"];
  if (opened !== null) stdio[FILTER_FILE] = opened;
  try {
    return spawn("sh", [...FIRST_TO_GO, ...command], {
      detached: true,
      cwd,
      env: { ...SEARCH, ...environment },
      stdio,
    });
  } finally {
    if (opened !== null) closeSync(opened);
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

/** A GPU runtime's libraries may be found only through the loader's path. */
function environmentOf(provider: Provider) {
  const libraries = provider === "cpu" ? undefined : process.env.LD_LIBRARY_PATH;
  return libraries ? { ...ENVIRONMENT, LD_LIBRARY_PATH: libraries } : ENVIRONMENT;
}

/** Where nothing has a place of its own: the runtime is found by this, and OpenSSL looks for no settings that it may not read. */
function inPlace() {
  return { NODE_PATH: dirname(runtimePackages().node), OPENSSL_CONF: "/nonexistent" };
}
