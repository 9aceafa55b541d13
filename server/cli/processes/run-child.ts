import { type ChildProcess, spawn } from "node:child_process";
import type { ChildProgram } from "./child-programs";
import { repository } from "./repository";

export interface RunningChild {
  pid: number;
  /** Resolves when it has ended, saying how. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks it to end; after `graceMs` kills it and everything it started. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Starts a program in a session of its own, so that Ctrl-C in the terminal reaches only us and everything ends in order; its
 * output goes to our standard error. It ends when this process ends (end-with-parent.mjs). `onReady` is called when the program
 * says that it is ready, if it does.
 */
export function runChild(program: ChildProgram, onReady: () => void = () => {}): RunningChild {
  const child = spawn(process.execPath, program.arguments, {
    cwd: repository,
    env: program.environment as NodeJS.ProcessEnv,
    stdio: ["ignore", 2, 2, "ipc"],
    detached: true,
  });
  child.on("message", (message) => message === "ready" && onReady());
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: 1, signal: null }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    async stop(graceMs) {
      child.kill("SIGTERM");
      const timer = setTimeout(() => killGroup(child), graceMs);
      await ended;
      clearTimeout(timer);
      killGroup(child);
    },
  };
}

/** Its session's whole group, including anything it started and left behind. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing is left in it.
  }
}
