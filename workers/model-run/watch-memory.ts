import { readFileSync } from "node:fs";

const EVERY_MS = 250;

/**
 * Calls `excess` once when a process and its descendants together use more than `most` bytes. Returns a function that stops
 * watching.
 */
export function watchMemory(pid: number, most: number, excess: () => void): () => void {
  const timer = setInterval(() => {
    if (residentBytes(pid) <= most) return;
    clearInterval(timer);
    excess();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Resident memory of a process and its descendants; those that have ended count as nothing. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? "0";
  const children = read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean);
  return children.reduce((sum, child) => sum + residentBytes(Number(child)), Number(kilobytes) * 1024);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
