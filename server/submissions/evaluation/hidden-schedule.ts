/** A hidden evaluation may take this many times its pace on the original images (the guard's constant time). */
const hiddenPaceFactor = 3;
/** Extra time for starting a sandbox, in ms, whatever the model: otherwise a small test set could run out of time. */
const hiddenStartAllowanceMs = 2_000;
/** With less of its window left, a restarted run would lose images to the clock that an undisturbed run would answer. */
const leastShareLeft = 0.5;

/**
 * When the hidden result of a submission appears: fixed at the first claim from public facts alone (the pace on the original
 * images and the number of hidden ones), so that nothing about a hidden image moves it. A future time stays, whoever claims again
 * and whatever is recorded. If it has passed without a result, which is our fault, whole windows are added: this does not reveal
 * when in its window a worker was lost, or when another took over.
 * @param claimedAt the first claim
 * @param dueAt the time fixed so far
 * @param originalMs wall time of the evaluation on `originalImages` images
 * @returns `tooLate`: too little of the window is left, and the next one should be awaited
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
