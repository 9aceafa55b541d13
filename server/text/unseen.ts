/**
 * A character that is not seen, or changes how others are: controls, ends of lines, direction and other format characters, halves of
 * characters, letters without a shape. Variants of a shape (VS) are seen. The two joiners are letters' own where they follow a mark, an Arabic letter or a picture (Unicode Standard Annex 31,
 * section 2.3).
 */
export const unseen =
  /(?!(?<=[\p{M}\p{Script=Arabic}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d])(?!\p{VS})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/u;

/** As others write it: U+202E. */
export function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
