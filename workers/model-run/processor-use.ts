import { readdirSync, readFileSync } from "node:fs";

/** What a process and its descendants took of the processors so far. */
export interface ProcessorUse {
  /** user and system time of all threads, those that ended included, ms; the kernel counts in steps of 10 */
  cpuMs: number;
  /** time that the threads that live were on a processor, and runnable but waiting for one, ms, finely counted */
  onMs: number;
  waitingMs: number;
  /** every thread sleeps: none runs, wants to, or waits for a disk */
  asleep: boolean;
}

const TICKS_PER_SECOND = 100;
const NS_PER_MS = 1e6;
const SLEEPING = "S";

/** The use of the tree of processes under `pid`; those that are gone count nothing, and an empty tree is not asleep. */
export function processorUse(pid: number): ProcessorUse {
  const use = { cpuMs: 0, onMs: 0, waitingMs: 0, asleep: true };
  const found = add(pid, use);
  return { ...use, asleep: found && use.asleep };
}

function add(pid: number, use: ProcessorUse): boolean {
  // The name in brackets may hold anything; what follows its last bracket are the state and numbers.
  const stat = fieldsOf(read(`/proc/${pid}/stat`));
  if (!stat) return false;
  use.cpuMs += ((Number(stat[11]) + Number(stat[12])) * 1000) / TICKS_PER_SECOND;
  for (const thread of threadsOf(pid)) {
    const folder = `/proc/${pid}/task/${thread}`;
    const [on = 0, waiting = 0] = read(`${folder}/schedstat`).split(" ").map(Number);
    use.onMs += on / NS_PER_MS;
    use.waitingMs += waiting / NS_PER_MS;
    const state = fieldsOf(read(`${folder}/stat`))?.[0];
    if (state !== undefined && state !== SLEEPING) use.asleep = false;
    for (const child of read(`${folder}/children`).split(" ")) if (child) add(Number(child), use);
  }
  return true;
}

function fieldsOf(stat: string): string[] | null {
  return stat === "" ? null : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
