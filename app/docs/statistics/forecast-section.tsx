/** What a model will score, and how probably it climbs, before it is evaluated. */
export function ForecastSection() {
  return (
    <>
      <h2 id="forecast">Forecast</h2>
      <p className="formula">
        new = T<sup>−1</sup>(line(x) ± t<sub>.975</sub> √(s² (1 + h) + max(0, v<sub>e</sub> − v<sub>ref</sub>
        )))
      </p>
      <p>
        For a model of original accuracy x, typed or measured: the least-squares line on the judged scale T,
        its prediction interval for one more model, and the same allowance for sampling noise as above, so
        that a smaller test set widens it. The line is that of the 32 reference models nearest in original
        accuracy (local regression without weights; Cleveland 1979), which for up to 32 models is the one line
        of the figure. One line through all is not enough: of timm&rsquo;s models of 88 % and more, its
        interval holds 2 in 3, because the best scatter more widely. From random halves of timm&rsquo;s 1,556
        results, the neighbours&rsquo; interval holds 95 in 100 of the other half, and 94 of those of 88 % and
        more; from models of other families alone, 93 and 95.
      </p>
      <p>
        The chance to climb takes the new accuracy to be spread as that forecast is, and the accuracy of the
        team&rsquo;s last released model to lie anywhere that rounds to its rung, all places as likely: the
        exact count is not used. The two are taken to differ on 16 % of the images, as neighbours among the
        paper&rsquo;s models do; the policy&rsquo;s own rule, with its noise, then says how often the new one
        climbs.
      </p>
      <p className="soft">
        Limits. It holds for a model that is like the reference models: of a later kind, fewer do as it says.
        From the paper&rsquo;s 64 models, of 2019 and before, it holds 86 in 100 of timm&rsquo;s, most of them
        later. A variant of the model on the rung shares that one&rsquo;s distance from the line, which the
        forecast does not know, and differs on fewer images. Reference models that were evaluated here have
        rounded scores on hidden test sets, which widens the interval.
      </p>
    </>
  );
}
