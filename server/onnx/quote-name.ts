const longest = 60;

/** A name from a model file made safe for a sentence: control and direction characters replaced, cut at 60 characters. */
export function quoteName(name: string): string {
  return `“${plainName(name)}”`;
}

/** As `quoteName`, without the quotes. */
export function plainName(name: string): string {
  const plain = name.slice(0, longest + 1).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "\uFFFD");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** The first three names, quoted. */
export function listNames(named: { name: string }[]): string {
  const first = named.slice(0, 3).map(({ name }) => quoteName(name));
  return `${first.join(", ")}${named.length > 3 ? ", …" : ""}`;
}
