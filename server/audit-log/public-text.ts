import { canonicalJson } from "./canonical-json";

/** A line's public text, as the chain hashes it: its public fields with its kind and its time, in canonical JSON. */
export function publicText(kind: string, at: Date, fields: object): string {
  return canonicalJson({ ...fields, kind, at: at.toISOString() });
}
