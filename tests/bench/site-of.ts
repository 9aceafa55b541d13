import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const rung = ["--import", "tsx", "server/cli/main.ts"];

/** A site started from a built checkout on a data folder of its own. */
export interface BenchedSite {
  url: string;
  dataDir: string;
  /** runs a command of the same checkout on the same data, and gives what it prints */
  rung(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the site of a checkout as `npm start` does, and waits until it answers. */
export async function siteOf(checkout: string): Promise<BenchedSite> {
  const dataDir = await mkdtemp(join(tmpdir(), "rung-bench-site-"));
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const env = { ...process.env, RUNG_DATA_DIR: dataDir, PORT: port };
  const site: ChildProcess = spawn(process.execPath, [...rung, "start"], {
    cwd: checkout,
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const stop = async () => {
    if (site.exitCode === null && site.kill("SIGTERM")) await once(site, "exit");
    await rm(dataDir, { recursive: true, force: true });
  };
  const printed = once(site.stdout!, "data") as Promise<[Buffer]>;
  const first = await Promise.race([printed, once(site, "exit")]);
  if (!Buffer.isBuffer(first[0])) {
    await stop();
    throw new Error(`the site of ${checkout} did not start; is it installed and built?`);
  }
  const { url } = JSON.parse(first[0].toString()) as { url: string };
  return {
    url,
    dataDir,
    rung: async (...args) => (await run(process.execPath, [...rung, ...args], { cwd: checkout, env })).stdout,
    stop,
  };
}
