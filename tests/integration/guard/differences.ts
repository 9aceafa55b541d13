import type { Seen } from "./observe-answers";

/** Where two worlds differ, with the first place where the two texts part; none where nobody could tell them apart. */
export function differences(one: Seen, other: Seen): string[] {
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  return keys.flatMap((key) => {
    const [first, second] = [one.get(key) ?? "(not there)", other.get(key) ?? "(not there)"];
    if (first === second) return [];
    let place = 0;
    while (first[place] === second[place]) place += 1;
    const around = (text: string) => text.slice(Math.max(0, place - 80), place + 80);
    return [`${key}\n  ${around(first)}\n  ${around(second)}`];
  });
}
