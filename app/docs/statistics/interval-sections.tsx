/** Intervals of an exact and of a released accuracy. */
export function IntervalSections() {
  return (
    <>
      <h2 id="intervals">Intervals</h2>
      <p className="formula">
        lower = B<sup>−1</sup>(α/2; k, n − k + 1), upper = B<sup>−1</sup>(1 − α/2; k + 1, n − k)
      </p>
      <p>
        The Clopper-Pearson interval for <i className="math">k</i> correct of <i className="math">n</i>{" "}
        images, B<sup>−1</sup> the quantile of the beta distribution, at 95 %; the lower end is 0 at k = 0 and
        the upper 1 at k = n. It is exact: it never covers less often than it says, and it is what the source
        paper prints, whose 23 ImageNet intervals it reproduces to the digit.
      </p>
      <p className="soft">
        Limits. It holds for a model that was fixed before the set answered. It is not corrected for having
        picked the best of many.
      </p>
      <h2 id="released">Released scores</h2>
      <p>
        The score of a hidden set is released as its loss, rounded to a multiple of the step size. The
        interval shown with it covers every count that rounds to it: from the lower end of the smallest such
        count to the upper end of the largest. With 10,000 images, a step of 0.01 and an accuracy of 0.72 that
        is [70.6, 73.4].
      </p>
      <p className="soft">
        Why. The interval of the exact count could be turned back into the count, and the rounding would be
        undone. The price is an interval wider than chance alone would make it.
      </p>
    </>
  );
}
