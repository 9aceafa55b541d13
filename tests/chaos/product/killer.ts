import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostmaster } from "@/db/embedded/find-postmaster";
import type { Chance } from "../chance";
import { childrenOf } from "./find-processes";
import type { Run } from "./run-rung";
import type { Supervised } from "./supervised";

/** What is killed, and how often among a hundred. */
const shares = {
  worker: 55,
  web: 16,
  "start, with all it runs": 4,
  "database server": 10,
  "one database connection": 15,
} as const;
export type Target = keyof typeof shares;

const isWorker = (command: string) => command.includes("workers/main.ts");

/**
 * Kills something at random moments until `kills` or the end of time. Trouble comes in clusters: several within a second or two, some of
 * them while the first ones start again, and then a while in which work is done. They are 2.5 s apart on average.
 */
export async function killAtRandom(
  run: Run,
  given: {
    start: Supervised;
    workers: Supervised[];
    chance: Chance;
    kills: number;
    until: number;
    onKill: (target: Target) => void;
  },
): Promise<void> {
  const { chance, onKill } = given;
  for (let done = 0; done < given.kills && Date.now() < given.until; ) {
    await sleep(chance.is(0.75) ? chance.fraction() * 600 : chance.waiting(9000));
    const target = drawTarget(chance);
    const pid = await find(run, target, given);
    if (pid === undefined || !kill(pid)) continue;
    done += 1;
    onKill(target);
  }
}

function drawTarget(chance: Chance): Target {
  const names = Object.keys(shares) as Target[];
  let left = chance.fraction() * names.reduce((sum, name) => sum + shares[name], 0);
  return names.find((name) => (left -= shares[name]) < 0) ?? "worker";
}

/** A process to kill, of those that run now; undefined where none does. */
async function find(
  run: Run,
  target: Target,
  { start, workers, chance }: { start: Supervised; workers: Supervised[]; chance: Chance },
): Promise<number | undefined> {
  const startPid = start.pid();
  if (target === "start, with all it runs") return startPid;
  if (target === "web" || target === "worker") {
    const children = startPid === undefined ? [] : childrenOf(startPid);
    if (target === "web") return children.find(({ command }) => !isWorker(command))?.pid;
    const parents = workers.flatMap((worker) => worker.pid() ?? []);
    const own = parents.flatMap((parent) => childrenOf(parent).map(({ pid }) => pid));
    const ofStart = children.filter(({ command }) => isWorker(command)).map(({ pid }) => pid);
    const all = [...ofStart, ...own, ...parents];
    return all.length > 0 ? chance.oneOf(all) : undefined;
  }
  const server = await findPostmaster(join(run.dataDir, "postgres", "cluster"));
  if (!server || target === "database server") return server?.pid;
  const connections = childrenOf(server.pid);
  return connections.length > 0 ? chance.oneOf(connections).pid : undefined;
}

/** False where it was gone already. */
function kill(pid: number): boolean {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}
