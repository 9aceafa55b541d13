/** Reference models, then the percentage of runs with any false mark: linear and probit, references and entries. */
const falseMarks: [models: number, ...runs: [number, number, number, number]][] = [
  [8, 4.3, 0.7, 5.3, 0.9],
  [16, 4.1, 0.8, 4.1, 0.9],
  [32, 4.2, 0.8, 4.5, 0.6],
  [66, 4.3, 0.9, 4.8, 0.9],
  [200, 5.5, 0.7, 5.4, 1.2],
  [600, 3.0, 1.5, 3.3, 1.3],
  [1500, 3.3, 1.8, 4.0, 0.8],
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
              <th scope="col">Reference models</th>
              <th scope="col">Linear, references</th>
              <th scope="col">Linear, entries</th>
              <th scope="col">Probit, references</th>
              <th scope="col">Probit, entries</th>
            </tr>
          </thead>
          <tbody>
            {falseMarks.map(([models, ...runs]) => (
              <tr key={models}>
                <th scope="row" className="number">
                  {models}
                </th>
                {columns.map((column, i) => (
                  <td key={column} className="number">
                    {runs[i]!.toFixed(1)}
                  </td>
                ))}
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
    </>
  );
}

const columns = ["linear references", "linear entries", "probit references", "probit entries"];
