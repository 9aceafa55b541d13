const attempts = 1000;

/** The name itself, then with a number after it: `ada`, `ada-2`, `ada-3`, up to 1000. */
export function* nameCandidates(name: string): Generator<string> {
  yield name;
  for (let number = 2; number <= attempts; number += 1) yield `${name}-${number}`;
}

/** A name as part of an address: lower-case letters, digits and single hyphens; `team` if nothing is left. */
export function teamSlug(name: string): string {
  const plain = name.normalize("NFKD").toLowerCase();
  const slug = plain.replace(/\p{M}+/gu, "").replace(/[^a-z0-9]+/g, "-");
  return slug.replace(/^-+|-+$/g, "") || "team";
}
