import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { isAlive } from "@/db/embedded/is-alive";

export interface FoundProcess {
  pid: number;
  parent: number;
  command: string;
}

/**
 * Every living process of one run: those that carry its mark in their environment, work below its folder or name it. A model's
 * process has neither environment nor folder, but the command line that confines it names its file.
 */
export function findProcesses({ mark, folder }: { mark: string; folder: string }): FoundProcess[] {
  const found: FoundProcess[] = [];
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid || !isAlive(pid)) continue;
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").trim();
      const ours =
        command.includes(folder) ||
        readFileSync(`/proc/${pid}/environ`, "latin1").includes(mark) ||
        readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
      if (ours) found.push({ pid, parent: parentOf(pid), command });
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}

export function childrenOf(parent: number): FoundProcess[] {
  const found: FoundProcess[] = [];
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      if (parentOf(pid) !== parent || !isAlive(pid)) continue;
      const command = readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").trim();
      found.push({ pid, parent, command });
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}

/** The fourth field of its stat, the second after the name in brackets. */
function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}
