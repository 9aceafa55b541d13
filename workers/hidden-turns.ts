import type { HiddenClaim } from "../server/submissions/evaluation/claim-hidden";

/**
 * The turns of a worker's hidden slot. The next evaluation is claimed half a window after the last one was, whether or not that one is
 * done: a time that public facts fix, and nobody can tell by it when a model was really done. Two overlap at most, which is as
 * many as a worker takes jobs. Where the clock was set back since, the wait is as long as it would be for a claim of now.
 * @returns `take`, which waits for its turn and claims within it
 */
export function hiddenTurns({
  sleepUntil,
  now,
}: {
  sleepUntil: (time: Date, signal: AbortSignal) => Promise<void>;
  now: () => Date;
}) {
  let opensAt = 0;
  let halfWindowMs = 0;
  let last: Promise<unknown> = Promise.resolve();

  return (signal: AbortSignal, claim: () => Promise<HiddenClaim | null>): Promise<HiddenClaim | null> => {
    const turn = last.then(async () => {
      await sleepUntil(new Date(Math.min(opensAt, now().getTime() + halfWindowMs)), signal);
      const claimed = await claim();
      if (claimed && !claimed.readyAt) {
        halfWindowMs = claimed.allowance.windowMs / 2;
        opensAt = claimed.claimedAt.getTime() + halfWindowMs;
      }
      return claimed;
    });
    last = turn.catch(() => {});
    return turn;
  };
}
