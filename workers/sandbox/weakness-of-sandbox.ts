import type { Sandbox } from "./launch";

/** What a sandbox lacks that another machine or user would give it, and what to do, in one line; null if nothing. */
export function weaknessOfSandbox({ kind, filter, user }: Sandbox, isRoot: boolean): string | null {
  const lacks = [
    ...(kind === "none" ? ["nothing confines a model (RUNG_SANDBOX=none): run only your own"] : []),
    ...(kind === "landlock"
      ? ["without namespaces it sees names and sizes of files, though it opens none: allow user namespaces"]
      : []),
    ...(kind !== "none" && filter === null
      ? ["there is no filter of system calls: install Perl (Debian, Ubuntu: apt-get install perl-base)"]
      : []),
    ...(kind !== "none" && isRoot && user === "own"
      ? ["no limit on processes binds what root runs: run workers as a user of their own, or install Perl"]
      : []),
  ];
  if (lacks.length === 0) return null;
  return `Models are confined less well than they could be: ${lacks.join("; ")}. SECURITY.md says what holds where.`;
}
