import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";

/** Users that systemd's list of numbers leaves unused, and those of the first 65,536, which is all that many containers have. */
const UNUSED = { least: 0x70000000, most: 0x7ffeffff };
const UNUSED_IN_CONTAINERS = { least: 65520, most: 65533 };

/** A user that nobody is, for one child of a worker that runs as root; of the many each child has its own. */
export function otherUser(uidMap: string = ownUidMap()): number {
  const mapsAll = uidMap.split("\n").some((line) => {
    const [first, , count] = line.trim().split(/\s+/).map(Number);
    return first! <= UNUSED.least && first! + count! > UNUSED.most;
  });
  const { least, most } = mapsAll ? UNUSED : UNUSED_IN_CONTAINERS;
  return randomInt(least, most + 1);
}

/** Lines of: first user inside, first user outside, count. */
function ownUidMap(): string {
  try {
    return readFileSync("/proc/self/uid_map", "utf8");
  } catch {
    return "";
  }
}
