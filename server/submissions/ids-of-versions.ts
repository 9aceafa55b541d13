import type { TestSetRole } from "../../db/schema/test-sets";

/**
 * The ids of the versions that a submission is decided on, sorted: two lists of the same are equal. Public new sets are none of them:
 * what was submitted before one came is scored on it without being submitted again.
 */
export function idsOfVersions(
  versions: { version: { id: string }; testSet: { role: TestSetRole } }[],
): string[] {
  return versions
    .filter(({ testSet }) => testSet.role !== "public")
    .map(({ version }) => version.id)
    .sort();
}
