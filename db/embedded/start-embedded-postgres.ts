import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createCluster, PASSWORD_FILE, SUPERUSER } from "./create-cluster";
import { EmbeddedPostgresError } from "./embedded-postgres-error";
import { findPostmaster, type Postmaster } from "./find-postmaster";
import { isAlive } from "./is-alive";
import { launchPostmaster } from "./launch-postmaster";
import { locateBinaries } from "./locate-binaries";
import { chooseIdentity } from "./run-as";
import { type Lease, takeLease } from "./take-lease";

const PATIENCE_MS = 120_000;

export interface EmbeddedPostgres {
  port: number;
  ownerUrl: string;
  /** True if the server was already running: another process's, or left over after a SIGKILL. */
  adopted: boolean;
  /** Stops the server, unless another process still uses it: then that one will stop it. */
  stop(): Promise<void>;
  /** Resolves when the server has gone away. */
  lost: Promise<void>;
}

interface Options {
  /** The data folder; PostgreSQL uses `postgres/` below it. */
  dataDir: string;
  log: (line: string) => void;
  /** More of PostgreSQL's own settings. */
  settings?: Readonly<Record<string, string>>;
}

/**
 * A running PostgreSQL on the data folder: created at the first call, then started or, if one is already running there, joined.
 * Any number of processes may do this at once. Throws EmbeddedPostgresError with a hint for the person. We run the binaries
 * ourselves: the package `embedded-postgres` neither joins a running server nor works for root below a private home.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  settings = {},
}: Options): Promise<EmbeddedPostgres> {
  const binaries = await locateBinaries();
  const folder = await privateFolder(dataDir);
  const cluster = join(folder, "cluster");
  const identity = await chooseIdentity(folder, binaries, log);
  if (!existsSync(cluster)) {
    log("creating the database");
    await createCluster(cluster, binaries, identity);
  }
  const password = await readFile(join(cluster, PASSWORD_FILE), "utf8");
  const portFile = join(folder, "port");
  const preferredPort = Number(await readFile(portFile, "utf8").catch(() => "")) || undefined;
  const launch = { cluster, binaries, identity, settings, preferredPort, logFile: join(folder, "log") };
  const deadline = Date.now() + PATIENCE_MS;
  let launched = false;
  while (Date.now() < deadline) {
    const server = await findPostmaster(cluster);
    if (server === undefined) launched = await launchPostmaster(launch);
    const lease = server?.ready === true ? await tryLease(server.port, password) : undefined;
    if (server !== undefined && lease !== undefined) {
      await writeFile(portFile, String(server.port), { mode: 0o600 });
      return describe(server, lease, password, !launched);
    }
    if (!launched) await sleep(50);
  }
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL was not ready after ${PATIENCE_MS / 1000} seconds.`,
    `Its log is ${launch.logFile}.`,
  );
}

function describe(server: Postmaster, lease: Lease, password: string, adopted: boolean): EmbeddedPostgres {
  return {
    port: server.port,
    ownerUrl: `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/rung`,
    adopted,
    lost: lease.lost,
    async stop() {
      const last = await lease.release();
      if (last) await shutDown(server.pid);
      await lease.end();
    },
  };
}

/** Undefined while the server is starting or ending; whatever else is wrong is thrown. */
async function tryLease(port: number, password: string): Promise<Lease | undefined> {
  try {
    return await takeLease(port, password);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    const passing = [
      "57P01",
      "57P02",
      "57P03",
      "ECONNREFUSED",
      "ECONNRESET",
      "CONNECTION_CLOSED",
      "CONNECTION_ENDED",
    ];
    if (passing.includes(code)) return undefined;
    throw error;
  }
}

/** A fast shutdown: open transactions are rolled back, data are written out. After half a minute, an immediate one. */
async function shutDown(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  const hurry = Date.now() + 30_000;
  let hurried = false;
  while (isAlive(pid)) {
    if (!hurried && Date.now() > hurry) {
      hurried = true;
      process.kill(pid, "SIGQUIT");
    }
    await sleep(20);
  }
}

/** Its real path, closed to other users; PostgreSQL reports real paths. */
async function privateFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, "postgres");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return await realpath(folder);
}
