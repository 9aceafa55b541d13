import Link from "next/link";

/** Intervals of an exact and of a released accuracy. */
export function IntervalSections() {
  return (
    <>
      <h2 id="intervals">Intervals</h2>
      <p className="formula">
        lower = B<sup>−1</sup>(α/2; k, n − k + 1), upper = B<sup>−1</sup>(1 − α/2; k + 1, n − k)
      </p>
      <p>
        The 95 % Clopper-Pearson interval for <i className="math">k</i> correct out of{" "}
        <i className="math">n</i> images, where B<sup>−1</sup> is the quantile function of the beta
        distribution; the lower end is 0 at k = 0 and the upper end 1 at k = n. It is exact: it never covers
        less often than it claims. Of the 30 intervals in the source paper&rsquo;s table 1, the 28 that have
        counts are reproduced to the digit but for <Link href="/docs/paper#roundedTwice">one end</Link>.
      </p>
      <p className="soft">
        Limits. It holds for a model that was fixed before it was scored. It does not correct for picking the
        best of many: how far that goes is <a href="#selection">simulated</a>.
      </p>
      <h2 id="released">Released scores</h2>
      <p>
        A score on a hidden set is released as a loss rounded to a multiple of the step size. The interval
        shown with it covers every count that rounds to that loss: from the lower end for the smallest such
        count to the upper end for the largest. With 10,000 images, a step of 0.01 and an accuracy of 0.72, it
        is [70.6, 73.4].
      </p>
      <p className="soft">
        Why. The exact count could be worked out from its interval, which would undo the rounding. The price
        is an interval wider than chance alone would make it.
      </p>
    </>
  );
}
