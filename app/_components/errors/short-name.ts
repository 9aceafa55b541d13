/** A class name for a narrow place: the first of several lemmas, cut where it is longer than `most` letters. */
export function shortName(name: string, most: number): string {
  const first = name.split(", ")[0]!;
  return first.length <= most ? first : `${first.slice(0, most - 1).trimEnd()}…`;
}
