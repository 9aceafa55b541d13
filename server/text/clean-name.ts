import { unseen } from "./unseen";

/** A name from outside, where nobody can be asked for another: without what is not seen, on one line, `most` characters at most. */
export function cleanName(text: string, most: number): string {
  const seen = text.replace(/\s+/g, " ").replace(new RegExp(unseen, "gu"), "").trim();
  return [...seen].slice(0, most).join("").trim();
}
