/** The ids of versions, sorted: two lists of the same are equal. */
export function idsOfVersions(versions: { version: { id: string } }[]): string[] {
  return versions.map(({ version }) => version.id).sort();
}
