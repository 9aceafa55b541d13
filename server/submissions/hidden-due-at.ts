/** How many times the pace on the original images a hidden evaluation may take (the guard's constant time). */
const hiddenPaceFactor = 3;
/** Starting a sandbox, whatever the model: granted on top, in ms, so that a small test set is not lost to it. */
const hiddenStartAllowanceMs = 2_000;

/**
 * When the hidden result of a submission appears: fixed at the claim from public facts alone (the pace on the original
 * images and the number of hidden ones), so that nothing about a hidden image moves it.
 * @param originalMs wall time of the evaluation on `originalImages` images
 */
export function hiddenDueAt(input: {
  claimedAt: Date;
  originalMs: number;
  originalImages: number;
  hiddenImages: number;
}): Date {
  const perImage = input.originalMs / Math.max(1, input.originalImages);
  const ms = hiddenPaceFactor * perImage * input.hiddenImages + hiddenStartAllowanceMs;
  return new Date(input.claimedAt.getTime() + Math.ceil(ms));
}
