import Link from "next/link";

/** The uncertainty over the images that models share, and what is concluded from it. */
export function ImageSections() {
  return (
    <>
      <h2 id="images">Models and images</h2>
      <p>
        All models answer the same images, so a lucky draw of images moves them together, and no resampling of
        models shows that. With the paper&rsquo;s CIFAR-10 models and two parts of the same test set, where
        nothing has changed, the interval over models excludes a slope of one in 45 to 55 of 100 splits. Three
        intervals are therefore printed, each with its name: <em>over models</em>; <em>over images</em>, the
        models fixed; and <em>over both</em>, which decides the verdict and makes the band.
      </p>
      <p>
        Where it is known which images each model gets wrong, resampled images are imitated by Gaussian noise
        with the same covariance:
      </p>
      <p className="formula">
        Cov(acc<sub>i</sub>, acc<sub>j</sub>) = (P<sub>ij</sub> − p<sub>i</sub> p<sub>j</sub>) / n
      </p>
      <p>
        P<sub>ij</sub> is the share of images that both get right. One draw of images serves all models, and a
        model drawn twice has the same noise twice; 2,048 draws, half of them mirrored, are shared by the
        100,000 resamples of models, which moves an end by about one percent of the width. Where only counts
        are known, the errors of two models are taken to be correlated, the less the farther their accuracies
        lie apart:
      </p>
      <p className="formula">
        n Cov = s<sub>i</sub> s<sub>j</sub> · 0.66 · exp(−|logit p<sub>i</sub> − logit p<sub>j</sub>| / 2.5),
        s² = p (1 − p)
      </p>
      <p>
        That was fitted on nine sets of predictions of the paper&rsquo;s models; on two of them its intervals
        over both are within seven percent of the width of the real ones. An accuracy that noise would move
        within half an image of 0 or 1 is set to that end; where that happens to more than one in a hundred,
        the interval is said not to be relied on. Where the number of images is unknown, there is only the
        interval over models.
      </p>
      <p>
        On a hidden test set the answers of references that were evaluated here enter one interval alone, on
        the scale that is judged. It is computed once for a version and its references, rounded outward to .01
        of slope and .1 points of change, and what it can tell is counted on the meter. Band and other
        intervals there come from counts, which are public.
      </p>
      <p className="soft">
        Limits. The interval over both is cautious: a model&rsquo;s own image noise is in the scatter of the
        models and in the images. Where nothing has changed it excludes one in 2 to 6 of 100 splits (with 8 to
        15 models in about one), that over images alone in 4 to 5. The band is pointwise: it covers the line
        at one position, not everywhere at once.
      </p>
      <h2 id="verdict">The verdict</h2>
      <p>
        There is one verdict for all scales, judged on the scale that the benchmark names: logit, unless its
        maintainers chose another, which is a line in the log. The figure may show any scale; marks and
        verdict do not change with it. The table beside the figure shows how straight the models lie on each.
      </p>
      <p>
        <strong>The average change</strong> over the models of the fit has the interval
      </p>
      <p className="formula">d ± 1.96 √(V / n + V′ / n′)</p>
      <p>
        V is the variance over images of the share of models that are right. A set is called harder or easier
        only if it excludes zero, which happens in 4.4 to 5.5 of 100 splits where nothing has changed; a fixed
        threshold of half a point was wrong in 11 to 65.
      </p>
      <p>
        <strong>The slope</strong> is compared with one by the interval over both. Above one, better models
        lose less, which is the opposite of what wear of the original set would do. Below one, it depends on
        the scale: a set that is merely harder, on which the probit of every model falls by the same amount,
        has a slope above one on the linear scale and below one on the logit scale (.88 for the paper&rsquo;s
        CIFAR-10, .96 for its ImageNet). The page therefore prints the slope that such a drop of the observed
        size would give, and whether the interval contains it. A slope never shows wear that costs every model
        the same, as <Link href="/docs/paper#limits">the paper says of its own</Link> (section 5.1): the
        argument is about better models losing more.
      </p>
      <p>
        Noise in original accuracy flattens a line. The slope that an unchanged set would have on average is 1
        − tr(HC) / S<sub>xx</sub>; it is printed when below .99, and no slope is corrected by it.
      </p>
      <p>
        <strong>Bend</strong> is Student&rsquo;s t of a quadratic term, and <strong>error</strong> the root
        mean square of each model&rsquo;s new accuracy less the line fitted without it, in points. Both take
        models for independent, so they describe and prove nothing.
      </p>
    </>
  );
}
