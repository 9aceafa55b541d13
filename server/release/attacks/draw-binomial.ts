/** A draw from Binomial(`trials`, `chance`), by the gaps between successes; takes time proportional to the result. */
export function drawBinomial(trials: number, chance: number, random: () => number): number {
  if (chance <= 0) return 0;
  if (chance >= 1) return trials;
  const scale = Math.log1p(-chance);
  let successes = 0;
  let position = 0;
  while (true) {
    position += Math.floor(Math.log(1 - random()) / scale) + 1;
    if (position > trials) return successes;
    successes += 1;
  }
}
