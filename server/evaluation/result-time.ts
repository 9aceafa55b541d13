import type { HiddenAllowance } from "./hidden-allowance";
import { type MachineShare, mostWindows, windowEnd, windowsNeeded } from "./result-windows";

/** When the result of a recorded hidden evaluation appears. */
export interface ResultTime {
  at: Date;
  /** at that time a maintainer is asked instead: the machine lacked too much */
  parked: boolean;
  /** windows from the claim to then */
  windows: number;
  /** those of them that were not planned */
  windowsBeyond: number;
}

interface Run {
  claimedAt: Date;
  allowance: Pick<HiddenAllowance, "totalMs" | "threads" | "windowMs">;
  /** when the worker began that brought the result */
  startedAt: Date;
}

/**
 * The window is planned from the machine alone, as it was while the model used the first half of the time that it was expected to use. A
 * quick model and a slow one pass that alike; over the whole run, the slow one would be measured at other moments than the quick one,
 * and might land in another window. What comes later moves nothing, unless the result is not there in time: then it leaves at
 * the next end of a window, which is counted and raises an alarm.
 */
export function resultTime({
  endedAt,
  machine,
  ...run
}: Run & { endedAt: Date; machine: MachineShare }): ResultTime {
  const { begun, base } = startOf(run);
  const needed = windowsNeeded(run.allowance, machine);
  const planned = Math.min(mostWindows, windowEnd(begun + needed));
  const windows = Math.max(planned, windowEnd(windowsUntil(run, endedAt) - base));
  return {
    at: timeOf(run, base + windows),
    parked: begun + needed > mostWindows,
    windows: base + windows,
    windowsBeyond: windows - planned,
  };
}

/** When an evaluation that has no result by then is left to a maintainer. */
export function parkingTime(run: Run): Date {
  return timeOf(run, startOf(run).base + mostWindows);
}

/** `base`: windows that were over when the worker began; `begun`: what of the next one was over. */
function startOf(run: Run): { base: number; begun: number } {
  const until = Math.max(0, windowsUntil(run, run.startedAt));
  const base = Math.floor(until);
  return { base, begun: until - base };
}

const windowsUntil = ({ claimedAt, allowance }: Run, time: Date) =>
  (time.getTime() - claimedAt.getTime()) / allowance.windowMs;

const timeOf = ({ claimedAt, allowance }: Run, windows: number) =>
  new Date(claimedAt.getTime() + windows * allowance.windowMs);
