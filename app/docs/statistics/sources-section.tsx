import Link from "next/link";

/** Ranks, the paper's gaps, and where everything comes from. */
export function SourcesSection() {
  return (
    <>
      <h2 id="ranks">Ranks</h2>
      <p>
        Competition ranks on released values: equal scores share a rank. For Δ rank, the original accuracy is
        rounded like the new one before it is ranked; without that, comparing exact with rounded numbers moved
        1,266 real models by 33 ranks on average. Δ rank = original rank − new rank, so a plus means that a
        model moved up. The ranks in brackets are those it cannot be told apart from:
      </p>
      <p className="formula">[1 + models entirely above its interval, N − models entirely below it]</p>
      <p className="soft">
        Limits. Overlapping intervals are a cautious comparison. On original sets a paired test would be
        sharper; on hidden ones there is none, because it would reveal facts about single images.
      </p>
      <h2 id="gaps">The three gaps</h2>
      <p className="formula">
        L<sub>S</sub> − L<sub>S′</sub> = adaptivity gap + distribution gap + generalization gap
      </p>
      <p>
        Section 2 of the paper, for the loss on the original set S and the new set S′. The generalization gap
        is the chance in which new images were drawn, and the new score&rsquo;s interval bounds it. Adaptivity
        to the original set and the change of distribution remain together: for a single model, no leaderboard
        can separate them. For many models, the slope says more: had years of reuse worn the original set out,
        later and better models would have gained less on the new images than on the old. In the paper they
        gained more, in points. What a slope can and cannot show is under <a href="#verdict">The verdict</a>.
      </p>
      <h2 id="sources">Sources</h2>
      <ul>
        <li>
          B. Recht, R. Roelofs, L. Schmidt, V. Shankar,{" "}
          <em>Do ImageNet Classifiers Generalize to ImageNet?</em>, ICML 2019 (
          <Link href="/docs/paper">its numbers beside ours</Link>)
        </li>
        <li>
          C. J. Clopper, E. S. Pearson, <em>The Use of Confidence or Fiducial Limits</em>, Biometrika 1934
        </li>
        <li>
          W. S. Cleveland, <em>Robust Locally Weighted Regression and Smoothing Scatterplots</em>, JASA 1979
        </li>
        <li>
          B. Efron, R. Tibshirani, <em>An Introduction to the Bootstrap</em>, 1993
        </li>
        <li>
          Y. Benjamini, Y. Hochberg, <em>Controlling the False Discovery Rate</em>, JRSS B 1995
        </li>
        <li>
          R. Taori et al.,{" "}
          <em>Measuring Robustness to Natural Distribution Shifts in Image Classification</em>, NeurIPS 2020
        </li>
        <li>
          A. Radford et al., <em>Learning Transferable Visual Models From Natural Language Supervision</em>,
          ICML 2021
        </li>
        <li>
          C. R. Henderson, <em>Estimation of Variance and Covariance Components</em>, Biometrics 1953
        </li>
        <li>
          F. E. Satterthwaite, <em>An Approximate Distribution of Estimates of Variance Components</em>,
          Biometrics Bulletin 1946
        </li>
      </ul>
    </>
  );
}
