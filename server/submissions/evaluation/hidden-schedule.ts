/** How many times the pace on the original images a hidden evaluation may take (the guard's constant time). */
const hiddenPaceFactor = 3;
/** Starting a sandbox, whatever the model: granted on top, in ms, so that a small test set is not lost to it. */
const hiddenStartAllowanceMs = 2_000;
/** With less of its window left, a run that begins again would lose images to the clock that an undisturbed one answers. */
const leastShareLeft = 0.5;

/**
 * When the hidden result of a submission appears: fixed at the first claim from public facts alone (the pace on the original
 * images and the number of hidden ones), so that nothing about a hidden image moves it. A time to come stands, whoever claims again
 * and whatever is recorded. Where one has passed without a result, which is our fault, whole windows are added: when in its window
 * a worker was lost, and when another took over, stays unsaid.
 * @param claimedAt the first claim
 * @param dueAt the time fixed so far
 * @param originalMs wall time of the evaluation on `originalImages` images
 * @returns `tooLate`: what is left until then is no fair share of a window, and the next one should be awaited
 */
export function hiddenSchedule(input: {
  now: Date;
  claimedAt: Date;
  dueAt: Date | null;
  originalMs: number;
  originalImages: number;
  hiddenImages: number;
}): { dueAt: Date; tooLate: boolean } {
  const now = input.now.getTime();
  const claimed = input.claimedAt.getTime();
  const perImage = input.originalMs / Math.max(1, input.originalImages);
  const windowMs = Math.ceil(hiddenPaceFactor * perImage * input.hiddenImages + hiddenStartAllowanceMs);
  const stands = input.dueAt !== null && input.dueAt.getTime() > now;
  const windows = 1 + Math.floor((now - claimed) / windowMs + leastShareLeft);
  const due = stands ? input.dueAt!.getTime() : claimed + windows * windowMs;
  return { dueAt: new Date(due), tooLate: due - now < leastShareLeft * windowMs };
}
