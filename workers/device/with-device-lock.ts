import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Provider } from "../sandbox/runtime-files";

/** Where the lock of this machine's graphics card lies, the same for all workers: models run on the first one. */
export function deviceLockPath(device: Provider): string {
  return join(tmpdir(), `rung-${device}.lock`);
}

/**
 * Waits until no other worker of this machine uses a device, and has it alone during `use`: a card tells nobody's time, so that of the
 * clock stands for it. The kernel frees the lock when its holder ends, however that happens.
 * @throws the signal's reason where it is aborted while waiting
 */
export async function withDeviceLock<Result>(
  path: string,
  use: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  signal?.throwIfAborted();
  // It holds the lock until its input ends, which it does with this process, too.
  const holder = spawn("flock", [path, "sh", "-c", "echo locked; exec cat"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = once(holder, "close");
  const abort = () => void holder.kill();
  signal?.addEventListener("abort", abort);
  try {
    const locked = await Promise.race([once(holder.stdout, "data").then(() => true), gone.then(() => false)]);
    signal?.throwIfAborted();
    if (!locked) throw new Error(`The lock ${path} cannot be taken.`);
    return await use();
  } finally {
    signal?.removeEventListener("abort", abort);
    holder.stdin.end();
    await gone;
  }
}
