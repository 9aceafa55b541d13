/** How the processors treated a model's threads, summed: ms on a processor, and ms runnable but waiting for one. */
export interface MachineShare {
  onMs: number;
  waitingMs: number;
}

/** Above this many windows a maintainer decides. */
export const mostWindows = 5;

/**
 * The time that a model using its whole allowance would have needed on this machine, ms, whether or not this one did: the result must
 * not show how much of it was used.
 */
export function timeNeeded(
  { totalMs, threads }: { totalMs: number; threads: number },
  { onMs, waitingMs }: MachineShare,
): number {
  const share = onMs > 0 ? onMs / (onMs + waitingMs) : 1;
  return totalMs / threads / share;
}

/**
 * The first end of a window at which a result may appear, in windows from the claim: 1, 2, 5 and then every fifth. A coarse grid,
 * so that a slight difference between two loads seldom moves it, and tells little when it does.
 * @param windows time since the claim, in windows
 */
export function windowEnd(windows: number): number {
  if (windows <= 1) return 1;
  return windows <= 2 ? 2 : Math.ceil(windows / mostWindows) * mostWindows;
}
