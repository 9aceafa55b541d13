import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const heapMegabytes = 384;
const mostAnswerBytes = 1024 * 1024;
const mostProgramBytes = 16 * 1024 * 1024;
const programs = new Map<string, Promise<string>>();

type ChildOrder = {
  /** The child's source, from the checkout's `server/model-files` on. */
  source: string;
  args: string[];
  /** The checkout, where the child's source and its packages are. */
  root?: string;
  /** How long it may take. */
  wallMs: number;
};

/** How a child failed: what it wrote to standard error, and whether it exceeded its limits. */
export class ChildFailure extends Error {
  readonly stderr: string;
  readonly exceeded: boolean;

  constructor(cause: unknown) {
    super("a child process failed", { cause });
    const { stderr = "", killed = false, signal = null } = cause as Partial<Record<string, unknown>>;
    this.stderr = String(stderr);
    this.exceeded = Boolean(killed) || signal !== null || this.stderr.includes("heap out of memory");
  }
}

/**
 * Runs a program of ours on files of others in a process of its own, with 384 MB of memory, so that neither a large nor a hostile
 * file can bloat or stop this one. @returns what it wrote, as JSON reads it. Throws ChildFailure.
 */
export async function runChild({ source, args, root = process.cwd(), wallMs }: ChildOrder): Promise<unknown> {
  try {
    const program = await programOf(root, source);
    const options = [`--max-old-space-size=${heapMegabytes}`, "--input-type=module", "-", ...args];
    const running = run(process.execPath, options, {
      cwd: root,
      env: { NODE_ENV: "production" },
      timeout: wallMs,
      killSignal: "SIGKILL",
      maxBuffer: mostAnswerBytes,
    });
    // A child that ends before it has read its whole program reports why itself.
    running.child.stdin!.on("error", () => {}).end(program);
    const { stdout } = await running;
    return JSON.parse(stdout);
  } catch (error) {
    throw new ChildFailure(error);
  }
}

/** The child as one program, compiled once per running process and never written to a file, which others might change. */
function programOf(root: string, source: string): Promise<string> {
  const path = join(root, "server", "model-files", source);
  const known = programs.get(path);
  if (known) return known;
  const program = compile(root, path);
  programs.set(path, program);
  program.catch(() => programs.delete(path));
  return program;
}

async function compile(root: string, path: string): Promise<string> {
  const builder = join(root, "server", "model-files", "build-child.ts");
  const { stdout } = await run(process.execPath, ["--import", "tsx", builder, path], {
    cwd: root,
    env: { NODE_ENV: "production" },
    maxBuffer: mostProgramBytes,
  });
  return stdout;
}
