/** The number that a text spells in digits, or NaN. Stricter than Number(), which reads an empty text as 0 and "0x1F" as 31. */
export function readNumber(text: string): number {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
}
