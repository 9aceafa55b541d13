const withOthers = [2, 4, 8];

/**
 * Whether a climb lets out the pool's other scores too, those of other metrics and test sets, beside the one that decided; `climbs`
 * are the ladder's, this one included. Two numbers at once are two fair bits to an attacker who makes every climb sure, so they
 * come rarely, and never with a first release.
 */
export function releasesOthers(climbs: number): boolean {
  return withOthers.includes(climbs);
}

/** At how many of so many climbs of one ladder they come. */
export function releasesOfOthers(climbs: number): number {
  return withOthers.filter((climb) => climb <= climbs).length;
}
