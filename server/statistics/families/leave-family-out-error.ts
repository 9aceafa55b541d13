import type { Scale } from "../scale";
import { familyLine } from "./family-line";
import { familySums } from "./family-sums";

/**
 * As `leaveOneOutError`, each model against the line through the other families: what the line is worth for a model unlike any of its
 * own.
 * @param original, fresh accuracies of the models of the fit, fractions
 * @param members the places of each family's models
 * @returns null for fewer than four families, or where others have no line
 */
export function leaveFamilyOutError(
  original: ArrayLike<number>,
  fresh: ArrayLike<number>,
  members: readonly (readonly number[])[],
  scale: Scale,
): number | null {
  const [x, y] = [Float64Array.from(original, scale.forward), Float64Array.from(fresh, scale.forward)];
  const [shiftX, shiftY] = [x[0] ?? 0, y[0] ?? 0];
  const families = familySums(
    x.map((value) => value - shiftX),
    y.map((value) => value - shiftY),
    members,
  );
  let sum = 0;
  for (let family = 0; family < members.length; family++) {
    const line = familyLine(families, family);
    if (!line) return null;
    for (const place of members[family]!)
      sum += (fresh[place]! - scale.back(shiftY + line.at(x[place]! - shiftX))) ** 2;
  }
  return Math.sqrt(sum / x.length);
}
