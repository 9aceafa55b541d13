import { bestSimulatedAttack } from "./best-simulated-attack";
import { climbLimit } from "./climb-limit";
import { meteredUnsure } from "./measured-ceilings";
import type { Policy } from "./policy";
import { releasesOfOthers } from "./releases-others";

/**
 * The bias, as a fraction, that the strongest simulated attack reaches where so many teams are one attacker's and spend all of
 * their `lifetime` submissions and climbs on a pool of so many images, where `beside` other numbers come with some climbs; null under a
 * policy that was not measured.
 */
export function biasOfTeams(input: {
  policy: Policy;
  images: number;
  lifetime: number;
  teams: number;
  beside: number;
}): number | null {
  const { policy, images, lifetime, teams, beside } = input;
  const climbs = Math.min(lifetime, climbLimit(policy));
  const spent = {
    submissions: teams * lifetime,
    climbs: teams * climbs,
    firstReleases: teams,
    numbersBeside: teams * releasesOfOthers(climbs) * beside,
  };
  return bestSimulatedAttack({ policy, images, unsure: meteredUnsure, spent });
}
