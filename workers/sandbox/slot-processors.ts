import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The processors that models of a slot run on, as `taskset` takes them; null where they run on all. */
export interface SlotProcessors {
  original: string | null;
  hidden: string | null;
}

const SHARED: SlotProcessors = { original: null, hidden: null };

/**
 * Gives each slot half of this process's processors, the hidden one the larger, so that models on original images take nothing from
 * those on hidden ones. Where there is one processor, or no `taskset`, they share all.
 */
export function slotProcessors(
  allowed: string = allowedProcessors(),
  worksWith: (list: string) => boolean = tasksetWorks,
): SlotProcessors {
  const numbers = allowed.split(",").flatMap((range) => {
    const [first, last = first] = range.split("-").map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, i) => first! + i);
  });
  const half = Math.floor(numbers.length / 2);
  if (half === 0 || !worksWith(allowed)) return SHARED;
  return { original: numbers.slice(0, half).join(","), hidden: numbers.slice(half).join(",") };
}

function allowedProcessors(): string {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? "0";
  } catch {
    return "0";
  }
}

function tasksetWorks(list: string): boolean {
  return spawnSync("taskset", ["-c", list, "true"]).status === 0;
}
