import { bestSimulatedAttack } from "./best-simulated-attack";
import { climbLimit } from "./climb-limit";
import { meteredUnsure } from "./measured-ceilings";
import type { Policy } from "./policy";

/**
 * The bias, as a fraction, that the strongest simulated attack reaches where so many teams are one attacker's and spend all of
 * their `lifetime` submissions and climbs on a pool of so many images; null under a policy that was not measured.
 */
export function biasOfTeams(input: {
  policy: Policy;
  images: number;
  lifetime: number;
  teams: number;
}): number | null {
  const { policy, images, lifetime, teams } = input;
  const climbs = Math.min(lifetime, climbLimit(policy));
  const spent = { submissions: teams * lifetime, climbs: teams * climbs, firstReleases: teams };
  return bestSimulatedAttack({ policy, images, unsure: meteredUnsure, spent });
}
