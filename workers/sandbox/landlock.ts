import { confine } from "./confine";
import type { Confinement } from "./confinement";
import { otherUser } from "./other-user";
import { PROCESSES } from "./resource-limits";

/**
 * Perl and its arguments: no namespace, so that it works where there are none to be had. The kernel lets the command open the bound
 * files alone, at their own places; that others exist it can see. The limit on processes would count all of a user's, so
 * only a user of its own has one.
 */
export function landlock({ bindings, command, filter, user }: Confinement): string[] {
  const whose = user === "other" ? { user: otherUser(), processes: PROCESSES } : {};
  return [...confine({ ...whose, readable: bindings.map(({ from }) => from), filter }), ...command];
}
