import { readFileSync } from "node:fs";

/** The most resident memory that a process or one of its descendants has held so far, bytes; 0 once they are gone. */
export function peakBytes(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? "0";
  const children = read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean);
  return Math.max(Number(kilobytes) * 1024, ...children.map((child) => peakBytes(Number(child))));
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
