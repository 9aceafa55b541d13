export type SearchParameters = Promise<Record<string, string | string[] | undefined>>;

/** The named search parameters of a page that are not empty; the last of a repeated name counts. */
export function queryOf<Name extends string>(
  given: Awaited<SearchParameters>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const said = names.flatMap((name) => {
    const value = [given[name]].flat().at(-1)?.trim();
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(said) as Partial<Record<Name, string>>;
}

/** The address of a view with its filters. */
export function addressOf(path: string, query: Record<string, string | undefined>): string {
  const said = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(said).toString();
  return text === "" ? path : `${path}?${text}`;
}
