/** Deviations, ranks and gaps. */
export function DeviationSections() {
  return (
    <>
      <h2 id="deviations">Off the line</h2>
      <p className="formula">
        t = dist(line(x), cell of y) / √(s² (1 + h) + max(0, v<sub>e</sub> − v<sub>ref</sub>))
      </p>
      <p>
        How far a model lies from the line fitted without it. The distance is measured to the rounding cell of
        its new accuracy, so that rounding alone never makes a deviation. <i className="math">s</i> is the
        scatter of the reference models and <i className="math">h</i> the leverage of the model&rsquo;s
        position; <i className="math">v</i> is the sampling noise of a model&rsquo;s two accuracies, of which
        only the excess over the reference models&rsquo; own is added, because s already contains theirs. The
        p-value comes from Student&rsquo;s t with two degrees of freedom fewer than there are reference models
        (three fewer for a reference model itself).
      </p>
      <p>
        Each team has one p-value, that of its latest climb. These are corrected across teams by the method of
        Benjamini and Hochberg at a rate of 0.05, and those of the reference models likewise, separately. A
        model marked above the line is a blue triangle pointing up; one below, a vermilion triangle pointing
        down. The residual is what Taori et al. call <a href="#robustness">effective robustness</a>.
      </p>
      <p>
        Marks are judged on the benchmark&rsquo;s one scale, logit by default, whichever is drawn. On the
        linear scale the paper&rsquo;s ImageNet models bend: of timm&rsquo;s models of 88 % and more, entered
        alone against its 64, 84 in 100 were marked above the line there, and none in logit. A mark outside
        the range of the reference models says so: the line is only extended there.
      </p>
      <p className="soft">
        Limits. A mark is only a description. Original labels are public, so an original accuracy can be
        manipulated; choosing among submissions can gain a point or two of the new one. A mark means something
        once a maintainer has verified the entry.
      </p>
    </>
  );
}
