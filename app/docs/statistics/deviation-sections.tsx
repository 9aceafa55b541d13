/** Deviations, ranks and gaps. */
export function DeviationSections() {
  return (
    <>
      <h2 id="deviations">Off the line</h2>
      <p className="formula">
        t = dist(line(x), cell of y) / √(s² (1 + h) + max(0, v<sub>e</sub> − v<sub>ref</sub>))
      </p>
      <p>
        How far a model lies from the line, fitted without it. The distance is taken to the rounding cell of
        its new accuracy, so that rounding alone never makes a deviation. <i className="math">s</i> is the
        scatter of the reference models and <i className="math">h</i> the leverage of the model&rsquo;s place;{" "}
        <i className="math">v</i> is the sampling noise of both its accuracies, of which only what exceeds the
        reference models&rsquo; own is added, because s already contains theirs. The p-value is
        Student&rsquo;s t, with two degrees of freedom fewer than reference models (three for one of them).
      </p>
      <p>
        One p-value a team, of its latest climb, is corrected by Benjamini and Hochberg over the teams, and
        those of the reference models apart, at a rate of 0.05. Marked above the line: a blue triangle
        pointing up; below: a vermilion one pointing down. The residual is what Taori et al. call effective
        robustness.
      </p>
      <p className="soft">
        Limits. A mark describes. Original labels are public, so an original accuracy can be moved at will;
        choosing among submissions can buy a point or two of the new one. It means something once a maintainer
        has verified the entry.
      </p>
    </>
  );
}
