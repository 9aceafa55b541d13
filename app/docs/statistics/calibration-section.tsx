/** Reference models, then the percentage of runs with any false mark by scale: on references, on entries. */
const falseMarks: [models: number, ...runs: [references: number, entries: number][]][] = [
  [8, [4.3, 0.7], [5.1, 0.8], [5.3, 0.9]],
  [16, [4.1, 0.8], [4.1, 1.0], [4.1, 0.9]],
  [32, [4.2, 0.8], [4.0, 0.8], [4.5, 0.6]],
  [66, [4.3, 0.9], [4.5, 0.4], [4.8, 0.9]],
  [200, [5.5, 0.7], [5.2, 1.1], [5.4, 1.2]],
  [600, [3.0, 1.5], [3.0, 1.2], [3.3, 1.3]],
  [1500, [3.3, 1.8], [4.0, 1.3], [4.0, 0.8]],
];

const scales = ["linear", "logit", "probit"] as const;
/** By the scale on which the truth is a line, and by the one judged on. */
const beyond = [
  [0.0, 100.0, 99.6],
  [99.7, 0.3, 4.8],
  [86.1, 3.7, 0.8],
];

/** What `npm run bench -- calibration` found. */
export function CalibrationSection() {
  return (
    <>
      <h2 id="calibration">False marks</h2>
      <p>
        A simulation draws models on a line with real scatter (0.4 points) and binomial noise, and 20 teams
        with scores rounded to 0.01, and counts the runs in which anything is marked although nothing
        deviates. At a rate of 0.05 that should be at most 5 runs in 100; standard errors are 0.4 to 1.1.
      </p>
      <div className="scroll">
        <table className="data">
          <caption>Runs with any false mark, in percent</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Reference models
              </th>
              {scales.map((scale) => (
                <th key={scale} scope="colgroup" colSpan={2}>
                  {scale}
                </th>
              ))}
            </tr>
            <tr>
              {scales.flatMap((scale) =>
                ["References", "Entries"].map((column) => (
                  <th key={`${scale} ${column}`} scope="col">
                    {column}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {falseMarks.map(([models, ...runs]) => (
              <tr key={models}>
                <th scope="row" className="number">
                  {models}
                </th>
                {scales.flatMap((scale, i) =>
                  runs[i]!.map((share, j) => (
                    <td key={`${scale} ${j === 0 ? "references" : "entries"}`} className="number">
                      {share.toFixed(1)}
                    </td>
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        Entries are marked less often than allowed, because the rounding cell counts in their favour. The
        price is power: with 66 reference models and 20 teams, an entry that is truly 2 points above the line
        is marked in 16 of 100 runs, one 3 points above in 61, and one 5 points above in all. A team that
        shows the luckiest of 100 equal models, each scored exactly, gains 1.2 points and is marked in 1 run
        in 100: selection alone rarely earns a mark, but it does move the number.
      </p>
      <p>
        The marks hold only as far as the line is straight on the scale that is judged. Among the reference
        models that hardly matters: where the truth is a line on another scale, 2.9 to 5.4 runs in 100 mark a
        reference model and 0.6 to 1.1 an entry. For entries better than all of them it decides everything:
      </p>
      <div className="scroll">
        <table className="data">
          <caption>
            Runs with any false mark on 20 entries of 88 to 92 % beside 66 reference models of 55 to 85 %, in
            percent
          </caption>
          <thead>
            <tr>
              <th scope="col" className="words">
                The truth is a line on
              </th>
              {scales.map((scale) => (
                <th key={scale} scope="col">
                  judged on {scale}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scales.map((truth, i) => (
              <tr key={truth}>
                <th scope="row" className="words">
                  {truth}
                </th>
                {scales.map((scale, j) => (
                  <td key={scale} className="number">
                    {beyond[i]![j]!.toFixed(1)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        Published models bend on the linear scale and hardly in logit, which is why logit is the default; and
        a mark outside the reference models&rsquo; range says so.
      </p>
      <h2 id="selection">Intervals after selection</h2>
      <p>
        A released interval is exact for one model fixed beforehand. A team that submits many equal models
        climbs by luck. Simulated under the default policy for 10,000 images, on boards of 40 teams whose true
        accuracies scatter by 3 points, it covers the true accuracy of the model on the rung in 99 of 100
        cases after five submissions and 98 after twenty; that of the leader in nearly all and 96. After a
        hundred submissions, the whole lifetime, it is 91 and 84; and were all 40 teams truly equal, the
        leader&rsquo;s would cover in 96 of 100 cases after five, 88 after twenty, and 25 after a hundred.
        With 2,000 images and teams that scatter it is 99 after twenty, and 97 for the leader.
      </p>
    </>
  );
}
