/**
 * The places of each family's models: models that were made alike, and so are not as many independent ones. A model without a
 * declared family is one of its own.
 * @returns families in order of their first model; null where each has one model, so that nothing depends on them
 */
export function familyMembers(families: readonly (string | null | undefined)[]): number[][] | null {
  const known = new Map<string, number[]>();
  const all: number[][] = [];
  families.forEach((family, place) => {
    const members = family ? known.get(family) : undefined;
    if (members) {
      members.push(place);
      return;
    }
    const begun = [place];
    all.push(begun);
    if (family) known.set(family, begun);
  });
  return all.length === families.length ? null : all;
}
