import canonicalize from "canonicalize";

/** The RFC 8785 (JCS) text of a JSON value. Undefined fields are left out; throws for anything that is not JSON. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}
