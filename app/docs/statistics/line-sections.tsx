/** The fit, the scales it is fitted on, and its bootstrap over models. */
export function LineSections() {
  return (
    <>
      <h2 id="line">The line</h2>
      <p className="formula">new = slope × original + intercept</p>
      <p>
        Ordinary least squares of new on original accuracy, one point per model. The line is fitted to the
        reference models alone, so that entries cannot pull it; <code>points=climbed</code> in the address
        adds the entries that climbed. A reference model can be left out of the fit for a reason that the
        table shows: the paper leaves out Fisher vectors, which are not convolutional networks. Held
        submissions have no new accuracy and never enter a fit.
      </p>
      <p className="soft">
        Limits. With fewer than two models, or with all at the same original accuracy, there is no line; with
        two, there is a line without an interval. The line describes these models; beyond them it is dashed.
      </p>
      <h2 id="scales">Scales</h2>
      <p className="formula">
        logit(p) = ln(p / (1 − p)), probit(p) = Φ<sup>−1</sup>(p)
      </p>
      <p>
        Appendix B of the paper derives why accuracies should be linear on the probit scale; logit is its
        close relative. Both axes are transformed, the line is fitted to the transformed values, and residuals
        and band are converted back to points. Slope and intercept are in the scale&rsquo;s own units. An
        accuracy of 0 or 1 is infinite on these scales: it is left out of the fit and marked at the edge.
      </p>
      <h2 id="bootstrap">Interval and band</h2>
      <p>
        Models, each a pair of accuracies, are resampled with replacement 100,000 times, and a line is fitted
        to each resample; the 2.5 and 97.5 percent quantiles of slope and intercept give the interval{" "}
        <em>over models</em>. The resampling is seeded: the same data give the same interval. A resample
        without spread in original accuracy is dropped and counted.
      </p>
      <p className="soft">
        Limits. With 8 to 66 models, the percentile interval covers the truth in 92 to 93 of 100 cases, not
        95. It is about models like these drawn at random, which published models are not; where some were
        made alike, <a href="#families">families</a> are drawn instead.
      </p>
    </>
  );
}
