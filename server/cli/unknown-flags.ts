import { nearestName } from "../problems/nearest-name";

/** All flags among these words that a command's usage does not have, each with the one that was probably meant; null if there is none. */
export function unknownFlags(argv: string[], usage: string): string | null {
  const known = [...usage.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag);
  const given = argv.filter((word) => /^--./.test(word)).map((word) => word.split("=")[0]!);
  const unknown = [...new Set(given)].filter((flag) => !known.includes(flag));
  const said = unknown.map((flag) => {
    const near = nearestName(flag, known);
    return near ? `${flag} (did you mean ${near}?)` : flag;
  });
  return said.length === 0 ? null : `There is no flag ${said.join(", ")}.`;
}
