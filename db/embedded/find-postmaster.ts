import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { isAlive } from "./is-alive";

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/**
 * The server running on a cluster, from its postmaster.pid, or undefined. After a crash or a reboot the id in that file may
 * belong to another program, and PostgreSQL would refuse to start: then the file is removed.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const path = join(cluster, "postmaster.pid");
  const content = await readFile(path, "utf8").catch(() => "");
  const lines = content.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (!isAlive(pid)) {
    if (existsSync(`/proc/${pid}`) && !(await isWorkedIn(cluster))) await rm(path, { force: true });
    return undefined;
  }
  const command = await commandLine(pid);
  if (!command.includes(cluster)) {
    if ((await readFile(path, "utf8").catch(() => "")) === content) await rm(path, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/**
 * Whether any process still works in the cluster: the server's own processes do, and those that outlive a killed postmaster must
 * end before another one starts. PostgreSQL ensures that itself, except if the killed one stays in the process table as a zombie,
 * which looks alive to it.
 */
async function isWorkedIn(cluster: string): Promise<boolean> {
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry) || !isAlive(Number(entry))) continue;
    const folder = await readlink(`/proc/${entry}/cwd`).catch(() => "");
    if (folder === cluster) return true;
  }
  return false;
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") {
    return await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  }
  const { stdout } = await promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]).catch(
    () => ({
      stdout: "",
    }),
  );
  return stdout;
}
