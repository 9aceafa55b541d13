import { once } from "node:events";
import { open } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedPostgresError } from "./embedded-postgres-error";
import { findPostmaster } from "./find-postmaster";
import type { Binaries } from "./locate-binaries";
import { missingLibrary } from "./missing-library";
import { type Identity, spawnAs } from "./run-as";

/** For a laptop: no less safe, little memory, and no connections from other machines. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  max_wal_size: "256MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  jit: "off",
  // After a crash one call flushes the disk, instead of one per file for a thousand files: on a busy disk those took minutes.
  ...(process.platform === "linux" ? { recovery_init_sync_method: "syncfs" } : {}),
};

const LOG_LIMIT_BYTES = 8 * 1024 * 1024;

interface Launch {
  cluster: string;
  binaries: Binaries;
  identity: Identity;
  logFile: string;
  settings: Readonly<Record<string, string>>;
  preferredPort: number | undefined;
}

/**
 * Starts the server and waits for it to be ready. True if it is; false if it gave way (another start was first, the port was
 * taken meanwhile, the last server's processes are still ending): then look again.
 */
export async function launchPostmaster(launch: Launch): Promise<boolean> {
  const { cluster, binaries, identity } = launch;
  const port = await freePort(launch.preferredPort);
  const output = await open(launch.logFile, "a", 0o600);
  try {
    if ((await output.stat()).size > LOG_LIMIT_BYTES) await output.truncate();
    const before = (await output.stat()).size;
    const flags = Object.entries({ ...SETTINGS, ...launch.settings }).flatMap(([k, v]) => [
      "-c",
      `${k}=${v}`,
    ]);
    const child = spawnAs(identity, [binaries.postgres, "-D", cluster, "-p", String(port), ...flags], {
      output: output.fd,
    });
    child.unref();
    const ending = new AbortController();
    child.once("exit", () => ending.abort());
    child.once("error", () => ending.abort());
    while (!ending.signal.aborted) {
      const found = await findPostmaster(cluster);
      if (found?.pid === child.pid && found?.ready === true) return true;
      await sleep(20);
    }
    return gaveWay(await wordsSince(launch.logFile, before));
  } finally {
    await output.close();
  }
}

function gaveWay(words: string): false {
  if (
    /lock file "postmaster.pid" (already exists|is empty)|could not (bind|create any TCP)|still in use/.test(
      words,
    )
  ) {
    return false;
  }
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL did not start: ${words.trim().split("\n").slice(-3).join(" ")}`,
    missingLibrary(words) ??
      lackOfRoom(words) ??
      "Its log is postgres/log in the data folder (RUNG_DATA_DIR).",
  );
}

function lackOfRoom(words: string): string | undefined {
  if (!words.includes("No space left on device")) return undefined;
  return "Its disk is full: make room there, and it starts; nothing that was committed is lost.";
}

async function wordsSince(path: string, start: number): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read({ buffer: Buffer.alloc(Math.max(0, size - start)), position: start });
    return buffer.toString();
  } finally {
    await file.close();
  }
}

/** The previous port if it is free, so that former clients find the server again; else any. */
async function freePort(preferred: number | undefined): Promise<number> {
  for (const port of preferred === undefined ? [0] : [preferred, 0]) {
    const server = createServer();
    server.listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
      return (server.address() as { port: number }).port;
    } catch {
      // Taken: any other will do.
    } finally {
      server.close();
    }
  }
  throw new EmbeddedPostgresError("This machine has no free port on 127.0.0.1.", "Close some programs.");
}
