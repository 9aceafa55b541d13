import { sameSetting } from "../../evaluation/same-setting";
import type { Setting } from "../../evaluation/setting";
import type { Tried } from "../../evaluation/tried";
import { mcnemar } from "../../statistics/mcnemar";
import { clearLevel, isClearlyMore } from "./clearly-more";

/** What a check of the preprocessing found on some original images. */
export interface SettingsFinding {
  images: number;
  /** right as declared */
  correct: number;
  /** other settings that were tried */
  others: number;
  /** the best of those that are clearly better than the one declared, with how many it gets right */
  better: { setting: Setting; correct: number; p: number } | null;
  /** so few images that no difference could be called clear */
  tooFew: boolean;
}

/**
 * Whether another setting is clearly better than the one declared: at least 10 points or twice the accuracy on the same images, and
 * p < .001 by McNemar's exact test, times the number of others that were tried (Bonferroni), since the best of many is taken. One tried on
 * a part of the images was given up.
 */
export function judgeSettings(given: { declared: Setting; tried: Tried[] }): SettingsFinding | null {
  const { declared, tried } = given;
  const own = tried.find(({ setting }) => sameSetting(setting, declared));
  if (!own) return null;
  const images = own.right.length;
  const correct = count(own.right);
  const others = tried.filter((one) => one !== own);
  const better = others
    .filter(({ right }) => right.length === images)
    .map(({ setting, right }) => {
      const apart = discordant(own.right, right);
      return { setting, correct: count(right), p: Math.min(1, others.length * mcnemar(apart)) };
    })
    .filter((one) => one.p < clearLevel && isClearlyMore(one.correct, correct, images))
    .sort((a, b) => b.correct - a.correct);
  const least = Math.min(1, Math.max(1, others.length) * mcnemar({ onlyFirst: 0, onlySecond: images }));
  return {
    images,
    correct,
    others: others.length,
    better: better[0] ?? null,
    tooFew: least >= clearLevel,
  };
}

function discordant(first: string, second: string) {
  let onlyFirst = 0;
  let onlySecond = 0;
  for (let i = 0; i < first.length; i += 1) {
    if (first[i] === second[i]) continue;
    if (first[i] === "1") onlyFirst += 1;
    else onlySecond += 1;
  }
  return { onlyFirst, onlySecond };
}

const count = (right: string) => right.replaceAll("0", "").length;
