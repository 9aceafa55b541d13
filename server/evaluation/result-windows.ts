/** How the processors treated a model's threads, summed: ms on a processor, and ms runnable but waiting for one. */
export interface MachineShare {
  onMs: number;
  waitingMs: number;
}

/** Above this many windows a maintainer decides. */
export const mostWindows = 8;

/**
 * The windows that a model using its whole allowance would have needed on this machine, whether or not this one did: the result must
 * not show how much of it was used. A machine that was not measured was free.
 */
export function windowsNeeded(
  allowance: { totalMs: number; threads: number; windowMs: number },
  { onMs, waitingMs }: MachineShare,
): number {
  const share = onMs > 0 ? onMs / (onMs + waitingMs) : 1;
  return allowance.totalMs / allowance.threads / share / allowance.windowMs;
}

/**
 * The first end of a window at which a result may appear: 1, 2, 4 or 8 windows from the claim, then any. So coarse a grid is seldom
 * moved by a slight difference between two loads, and tells little when it is.
 * @param windows time since the claim, in windows
 */
export function windowEnd(windows: number): number {
  if (windows > mostWindows) return Math.ceil(windows);
  let end = 1;
  while (end < windows) end *= 2;
  return end;
}
