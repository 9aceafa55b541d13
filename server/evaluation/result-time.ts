import type { HiddenAllowance } from "./hidden-allowance";
import { type MachineShare, mostWindows, timeNeeded, windowEnd } from "./result-windows";

/** When the result of a recorded hidden evaluation appears. */
export interface ResultTime {
  at: Date;
  /** at that time a maintainer is asked instead: the machine lacked too much */
  parked: boolean;
  /** windows that it took beyond what the machine explains */
  windowsBeyond: number;
}

interface Run {
  claimedAt: Date;
  allowance: Pick<HiddenAllowance, "totalMs" | "threads" | "windowMs">;
  /** when the worker began that brought the result */
  startedAt: Date;
}

/** Reckoned from the machine alone, unless the evaluation really took longer than that. */
export function resultTime({
  endedAt,
  machine,
  ...run
}: Run & { endedAt: Date; machine: MachineShare }): ResultTime {
  const needed = timeNeeded(run.allowance, machine) / run.allowance.windowMs;
  const reckoned = windowEnd(windowsUntil(run, run.startedAt) + Math.min(needed, mostWindows));
  const taken = windowEnd(windowsUntil(run, endedAt));
  return {
    at: timeOf(run, Math.max(reckoned, taken)),
    parked: needed > mostWindows,
    windowsBeyond: Math.max(0, taken - reckoned),
  };
}

/** When an evaluation that has no result by then is left to a maintainer. */
export function parkingTime(run: Run): Date {
  return timeOf(run, windowEnd(windowsUntil(run, run.startedAt) + mostWindows));
}

const windowsUntil = ({ claimedAt, allowance }: Run, time: Date) =>
  (time.getTime() - claimedAt.getTime()) / allowance.windowMs;

const timeOf = ({ claimedAt, allowance }: Run, windows: number) =>
  new Date(claimedAt.getTime() + windows * allowance.windowMs);
