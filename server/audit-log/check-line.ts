import { canonicalJson } from "./canonical-json";
import { commitmentOf, lineHash } from "./line-hash";
import { publicText } from "./public-text";
import type { ReadLine } from "./read-lines";

/**
 * What is wrong with a line of the log, given the one before it, in words; null if nothing is. A line consists of its number, its
 * public text as hashed, the columns that repeat it, and the salted commitment to its secret.
 */
export function checkLine(
  { line, secret }: ReadLine,
  previous: { id: number; hash: Uint8Array },
): string | null {
  if (line.id !== previous.id + 1) return `line ${previous.id + 1} is missing`;
  if (!secret) return `line ${line.id} has lost its secret part`;
  if (!equal(commitmentOf(secret.salt, secret.secret), line.commitment)) {
    return `line ${line.id} has a different secret part from the one it was written with`;
  }
  if (!equal(lineHash(previous.hash, line.public, line.commitment), line.hash)) {
    return `line ${line.id} was changed or moved`;
  }
  const repeated =
    canonicalJson(line.fields) === line.public && publicText(line.kind, line.at, line.fields) === line.public;
  return repeated ? null : `line ${line.id} shows different fields from those it was written with`;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
