import { isDeepStrictEqual } from "node:util";
import { canonicalJson } from "./canonical-json";
import { fromJson } from "./from-json";
import { commitmentOf, lineHash } from "./line-hash";
import type { ReadLine } from "./read-lines";

/**
 * What is wrong with a line of the log, given the one before it, in words; null if nothing is. A line consists of its number, its
 * public text as hashed, the columns that repeat it, and the salted commitment to its secret.
 */
export function checkLine(line: ReadLine, previous: { id: number; hash: Uint8Array }): string | null {
  const { id, at, kind, fields } = line;
  if (id !== previous.id + 1) return `line ${previous.id + 1} is missing`;
  if (line.salt === null || line.secret === null) return `line ${id} has lost its secret part`;
  if (!equal(commitmentOf(line.salt, line.secret), line.commitment))
    return `line ${id} has a different secret part from the one it was written with`;
  if (!equal(lineHash(previous.hash, line.public, line.commitment), line.hash))
    return `line ${id} was changed or moved`;
  const written = fromJson(line.public);
  const repeated =
    isDeepStrictEqual(fields, written) && fields.kind === kind && fields.at === at.toISOString();
  return repeated && isCanonical(line.public, written)
    ? null
    : `line ${id} shows different fields from those it was written with`;
}

/** That it comes out of a parser as it went in settles it quickly: nothing in it can be read otherwise. */
function isCanonical(text: string, value: unknown): boolean {
  return JSON.stringify(value) === text || canonicalJson(value) === text;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
