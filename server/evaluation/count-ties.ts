/** Counts images whose best score several classes share, so that the lowest class index is taken: see `argMax`. */
export function countTies() {
  let images = 0;
  let tied = 0;
  let flat = 0;

  return {
    /** One image's scores, all finite. */
    record(scores: ArrayLike<number>): void {
      let best = scores[0]!;
      let at = 0;
      for (let i = 0; i < scores.length; i += 1) {
        const score = scores[i]!;
        if (score > best) [best, at] = [score, 1];
        else if (score === best) at += 1;
      }
      images += 1;
      if (at > 1) tied += 1;
      if (at === scores.length) flat += 1;
    },
    /** `tied` images have several best scores; of `flat` ones all scores are the same. */
    tally: () => ({ images, tied, flat }),
  };
}

export type Ties = ReturnType<ReturnType<typeof countTies>["tally"]>;
