/** The cookies of a `Cookie` header by name; a value that is not valid percent-encoding is taken literally. */
export function parseCookies(header: string | null): Record<string, string> {
  const pairs = (header ?? "").split(";").map((pair) => {
    const at = pair.indexOf("=");
    return at < 0
      ? ([pair.trim(), ""] as const)
      : ([pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const);
  });
  return Object.fromEntries(
    pairs.filter(([name]) => name !== "").map(([name, value]) => [name, decode(value)]),
  );
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
