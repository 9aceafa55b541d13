import { mcnemar } from "../../statistics/mcnemar";
import { clearLevel, isClearlyMore } from "./clearly-more";

/** Whether any setting could be clearly better than one that gets `correct` of `images` right. */
export function canBeBeaten(correct: number, images: number): boolean {
  const best = { onlyFirst: 0, onlySecond: images - correct };
  return isClearlyMore(images, correct, images) && mcnemar(best) < clearLevel;
}
