import { editDistance } from "./edit-distance";

/** Of the known names the one that was probably meant: the same but for capitals, "-" and "_", or a letter in three (one at least) wrong; else null. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s.]/g, "");
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(plain(name), plain(candidate)) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.floor(plain(name).length / 3)) ? best.candidate : null;
}
