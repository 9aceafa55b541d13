import { type BitVector, countOnlyIn } from "./bit-vector";

/** The answers to the same images in the same order: which are wrong, and the predicted classes as stored. */
interface Answers {
  wrong: BitVector;
  /** two bytes an image */
  predictions: Uint8Array;
}

/** Compares two evaluations image by image. Throws a RangeError if they are not of equally many images. */
export function compareAnswers(then: Answers, now: Answers): { otherwise: number; judgedOtherwise: number } {
  if (then.predictions.length !== now.predictions.length)
    throw new RangeError("the evaluations are of different images");
  let otherwise = 0;
  for (let at = 0; at < then.predictions.length; at += 2) {
    const isSame =
      then.predictions[at] === now.predictions[at] && then.predictions[at + 1] === now.predictions[at + 1];
    if (!isSame) otherwise += 1;
  }
  const judgedOtherwise = countOnlyIn(then.wrong, now.wrong) + countOnlyIn(now.wrong, then.wrong);
  return { otherwise, judgedOtherwise };
}
