const dayMs = 24 * 3600 * 1000;
/** Processor time on original test sets in 24 hours, ms. */
const originalCpuMs = 6 * 3600 * 1000;

/** An original part that was run, or will be. */
export interface OriginalRun {
  at: Date;
  cpuMs: number;
  /** A whole part, and for the benchmark that is asked about. */
  here: boolean;
}

/** Original parts that a team may have on a benchmark in any 24 hours, of which it may spend `perDay`. */
export const mostOriginals = (perDay: number): number => Math.max(10, 5 * perDay);

/**
 * When a team may have another original part evaluated after its earlier ones: less than `most` in any 24 hours on the benchmark, and
 * less than six hours of processor time on all of them. So one whole evaluation is always possible.
 * @returns null if now
 */
export function originalBudget(given: { runs: OriginalRun[]; most: number; now: Date }): Date | null {
  const { runs, most, now } = given;
  const recent = runs
    .filter(({ at }) => at.getTime() > now.getTime() - dayMs)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const leaves = (left: OriginalRun[]) =>
    left.filter(({ here }) => here).length < most &&
    left.reduce((sum, { cpuMs }) => sum + cpuMs, 0) < originalCpuMs;
  let gone = 0;
  while (!leaves(recent.slice(gone))) gone += 1;
  const last = recent[gone - 1];
  return last ? new Date(last.at.getTime() + dayMs) : null;
}
