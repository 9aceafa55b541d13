/** By families and by what was shared: false marks on references and on entries, and coverage, undeclared and declared. */
const found: [families: string, shared: string, undeclared: Found, declared: Found][] = [
  ["12 of 6", "none", [4.8, 1.7, 92.9], [4.1, 1.4, 90.6]],
  ["12 of 6", "half", [3.3, 4.1, 69.1], [6.8, 2.7, 88.6]],
  ["12 of 6", "nine tenths", [1.4, 9.3, 54.7], [5.5, 3.3, 89.1]],
  ["24 of 3", "half", [4.9, 2.5, 83.3], [5.4, 1.9, 92.3]],
  ["24 of 3", "nine tenths", [2.5, 3.7, 72.8], [4.0, 1.8, 93.1]],
  ["100 of 6", "nine tenths", [2.5, 2.0, 65.8], [3.5, 1.5, 94.8]],
];
type Found = [references: number, entries: number, covered: number];

/** Families of models, and the view of effective robustness. */
export function RobustnessSection() {
  return (
    <>
      <h2 id="families">Families</h2>
      <p>
        Five sizes of one architecture, trained alike, are not five independent models: if one lies off the
        line, so do its kin. A reference model may declare a family. A family is drawn whole in the bootstrap
        over models, and so in the interval over both; a model without one is a family of its own. A reference
        model is judged by the line through the other families, and its distance has the variance
      </p>
      <p className="formula">
        σ<sub>b</sub>² + σ<sub>w</sub>² + σ<sub>w</sub>² h + σ<sub>b</sub>² Σ (Σ<sub>i in family</sub> a
        <sub>i</sub>)²
      </p>
      <p>
        σ<sub>b</sub>² is what the models of a family share of their scatter and σ<sub>w</sub>² what they do
        not, both estimated by their moments (Henderson 1953), and a<sub>i</sub> is the weight of a model in
        the line at that place. The degrees of freedom are Satterthwaite&rsquo;s: those of the number of
        families where they share all, those of the number of models where they share nothing. Listing a model
        four times as one family changes nothing at all; undeclared, it halves the interval. Error of
        prediction is then that of a model of a new family.
      </p>
      <div className="scroll">
        <table className="data">
          <caption>
            Simulated boards on which nothing deviates, judged in logit: runs with any false mark, and
            coverage of the slope by the interval over models, in percent, where families are not declared and
            where they are
          </caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className="words">
                Families
              </th>
              <th scope="col" rowSpan={2} className="words">
                Scatter shared
              </th>
              <th scope="colgroup" colSpan={3}>
                not declared
              </th>
              <th scope="colgroup" colSpan={3}>
                declared
              </th>
            </tr>
            <tr>
              {["not declared", "declared"].flatMap((which) =>
                ["References", "Entries", "Covers"].map((column) => (
                  <th key={`${which} ${column}`} scope="col">
                    {column}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {found.map(([families, shared, undeclared, declared]) => (
              <tr key={`${families} ${shared}`}>
                <th scope="row" className="words">
                  {families}
                </th>
                <td className="words">{shared}</td>
                {[...undeclared, ...declared].map((share, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: six columns that never move
                  <td key={i} className="number">
                    {share.toFixed(1)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft">
        Limits. Those boards scatter three times as widely as the paper&rsquo;s ImageNet models (.06 in
        logit), and a family&rsquo;s models lie within six points of each other. The paper&rsquo;s own 64, in
        14 families by architecture, barely differ: over models the slope is [.921, .947] in logit without and
        [.920, .950] with families, [1.078, 1.189] and [1.067, 1.211] on the linear scale. With a dozen
        families the interval covers in 89 of 100 cases, not 95. What is a family is a judgement, which the
        maintainers make when they import results. An entry declares none: it would choose the line by which
        it is judged.
      </p>
      <h2 id="robustness">Effective robustness</h2>
      <p className="formula">distance = new − line(original)</p>
      <p>
        The view of effective robustness (Taori et al. 2020) draws each model&rsquo;s distance from the line
        against its original accuracy: the residual of the table, on the scale that is judged, in points.
        Colour and shape say how the model was trained, as its source or its team declares: in the standard
        way, on more data, to be robust, zero-shot, or otherwise. In their testbed hardly a model of standard
        or robust training left the line, and those trained on far more data did by little; zero-shot models
        came later and left it clearly (Radford et al. 2021).
      </p>
      <p className="soft">
        Limits. Taori et al. draw the line through models of standard training. Here it is drawn through all
        reference models that are in the fit; to take a group out, maintainers import its models with a reason
        not to be in it. The numbers of a group describe its models, which share images, and often data and
        families: they are no test of the group.
      </p>
    </>
  );
}
