import type { Fault, Refusal } from "./inspection-schema";

const mostOfOneCode = 5;
const mostKinds = 40;

/**
 * One refusal for each kind of fault (the same code and sentence), with its count and first place. Of one code five kinds are named and
 * the others counted, so that nothing else is cut off.
 */
export function eachKindOnce(faults: Fault[]): Refusal[] {
  const kinds = new Map<string, Refusal>();
  for (const { count = 1, ...fault } of faults) {
    const key = `${fault.code}\0${fault.sentence}`;
    const known = kinds.get(key);
    if (known) known.count += count;
    else kinds.set(key, { ...fault, count });
  }
  const all = [...kinds.values()];
  const codes = [...new Set(all.map(({ code }) => code))];
  return codes.flatMap((code) => firstFew(all.filter((kind) => kind.code === code))).slice(0, mostKinds);
}

function firstFew(kinds: Refusal[]): Refusal[] {
  const rest = kinds.slice(mostOfOneCode);
  if (!rest[0]) return kinds;
  const count = rest.reduce((sum, kind) => sum + kind.count, 0);
  const sentence = `The same is wrong in ${rest.length.toLocaleString("en")} more ways.`;
  return [...kinds.slice(0, mostOfOneCode), { ...rest[0], sentence, count }];
}
