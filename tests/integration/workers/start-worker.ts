import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Site } from "../../factories/make-site";

/** A real worker process on a site's database, with further `settings`; resolves when it waits for submissions. */
export async function startWorker(site: Site, settings: Record<string, string> = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "workers/main.ts"], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      ...process.env,
      WORKER_DATABASE_URL: site.database.workerUrl,
      RUNG_DATA_DIR: site.dataDir,
      ...settings,
    },
  });
  child.stdout!.resume();
  await once(child, "message", { signal: AbortSignal.timeout(60_000) });
  return child;
}

/** Ends a worker at once, as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
