import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Starts processes that do nothing but turn, each in a session of its own: the scheduler groups processes by session and shares the
 * processors among the groups. Returns how to end them, and waits until they are gone.
 */
export function startBusyProcesses(count: number): () => Promise<void> {
  const busy: ChildProcess[] = Array.from({ length: count }, () =>
    // A detached process is the leader of a new session. It ends by itself should this one not come to end it.
    spawn("sh", ["-c", "ulimit -t 120; while :; do :; done"], { detached: true, stdio: "ignore" }),
  );
  return async () => {
    await Promise.all(
      busy.map(async (one) => {
        const gone = once(one, "exit");
        process.kill(-one.pid!, "SIGKILL");
        await gone;
      }),
    );
  };
}
