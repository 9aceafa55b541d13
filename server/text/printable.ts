const alone = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const harmless = new Set(["\n", "\t"]);

/**
 * A text for a terminal, in which nothing can move its cursor, colour it or turn its lines round: each such character as JSON escapes
 * it (`\u001b`), so that printed JSON stays the same JSON.
 */
export function printable(text: string): string {
  return text.replace(alone, (character) => (harmless.has(character) ? character : escaped(character)));
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => {
    return `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
  }).join("");
}
