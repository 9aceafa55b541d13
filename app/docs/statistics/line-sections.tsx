/** The fit, its bootstrap, and the scales it is made in. */
export function LineSections() {
  return (
    <>
      <h2 id="line">The line</h2>
      <p className="formula">new = slope × original + intercept</p>
      <p>
        Ordinary least squares of new on original accuracy over models. It is fitted on the reference models
        alone, so that entries cannot drag it; a switch in the address (<code>points=climbed</code>) adds the
        entries that climbed. A reference model can be kept out of the fit, with a reason that the table
        shows: the paper leaves out Fisher vectors, which are no convolutional networks. Held submissions have
        no new accuracy and never enter a fit.
      </p>
      <p className="soft">
        Limits. No model or one, or all with the same original accuracy: no line. Two: a line without an
        interval. The line describes these models; beyond them it is drawn dashed.
      </p>
      <h2 id="bootstrap">Its interval and band</h2>
      <p>
        Models are drawn again with replacement, in pairs, 100,000 times, and the line is fitted to each draw;
        the 2.5 and 97.5 percent quantiles of slope, intercept and of the line at 50 places give the intervals
        and the band. The draws are seeded: the same data give the same interval. A draw without spread in the
        original accuracy is dropped and counted.
      </p>
      <p className="soft">
        Limits. The percentile interval covers the truth in 92 to 93 of 100 cases, not 95, at 8 to 66 models.
        The band is pointwise: it covers the line at one place, not everywhere at once. It speaks about models
        like these, drawn at random, which published models are not.
      </p>
      <h2 id="scales">Scales</h2>
      <p className="formula">
        logit(p) = ln(p / (1 − p)), probit(p) = Φ<sup>−1</sup>(p)
      </p>
      <p>
        The paper&rsquo;s appendix B derives why accuracies should be linear in probit; logit is its common
        neighbour. Both axes are transformed, the line is fitted there, and residuals and band are turned back
        into points. Slope and intercept are in the scale&rsquo;s own units. An accuracy of 0 or 1 has no
        finite place there: it is left out of the fit and marked at the edge.
      </p>
    </>
  );
}
