import { competitionRanks } from "./competition-ranks";
import type { Rational } from "./rational";
import { roundedAccuracy } from "./rounded-accuracy";

/** An entry's exact original count and its new accuracy as shown; `eta` is the step the new one was rounded to, if any. */
export type RankedEntry = {
  original: { correct: number; total: number };
  newAccuracy: number;
  eta?: Rational | undefined;
};

/**
 * Ranks on both test sets, of the exact original and of the shown new accuracy; `delta` is original minus new rank, above 0 for an
 * entry that moved up, with the original accuracy rounded like the new one.
 */
export type Ranks = { original: number; new: number; delta: number };

/**
 * Ranks as in table 1 of Recht et al. 2019. For `delta` the original accuracy is rounded like the new one before ranking: comparing
 * exact ranks with rounded ones would move every entry up, since ties share the best rank.
 */
export function deltaRanks(entries: readonly RankedEntry[]): Ranks[] {
  const exact = competitionRanks(entries.map(({ original }) => roundedAccuracy(original)));
  const rounded = competitionRanks(entries.map(({ original, eta }) => roundedAccuracy({ ...original, eta })));
  const released = competitionRanks(entries.map((entry) => entry.newAccuracy));
  return entries.map((_, i) => ({
    original: exact[i]!,
    new: released[i]!,
    delta: rounded[i]! - released[i]!,
  }));
}
