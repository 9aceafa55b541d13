import { withMinus } from "@/app/_components/numbers/percent";
import { policyNames } from "./compared-policies";
import { isDone, type RunResult } from "./runs/run-results";
import "./bias-table.css";

const points = (fraction: number) => withMinus((100 * fraction).toFixed(2));

/** The numbers of the curves: a row for each policy, a column for each number of submissions. */
export function BiasTable({
  results,
  onHighlight,
}: {
  results: readonly RunResult[];
  onHighlight: (key: string | null) => void;
}) {
  const columns =
    results.find(({ bias }) => bias.length > 0)?.bias.map(({ submissions }) => submissions) ?? [];
  if (columns.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="scroll" aria-label="Numbers of the comparison" tabIndex={0}>
      <table className="data lab-table">
        <caption>
          <span className="lab-caption">Mean bias in points, by submissions of each team</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              Policy
            </th>
            {columns.map((submissions) => (
              <th key={submissions} scope="col">
                {submissions.toLocaleString("en")}
              </th>
            ))}
            <th scope="col">Spread</th>
            <th scope="col">Ceiling</th>
            <th scope="col">Runs</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <Line key={result.run.key} result={result} columns={columns} onHighlight={onHighlight} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({
  result,
  columns,
  onHighlight,
}: {
  result: RunResult;
  columns: number[];
  onHighlight: (key: string | null) => void;
}) {
  const { run, bias, repetitions } = result;
  const last = bias.at(-1);
  return (
    <tr
      data-policy={run.key}
      onMouseEnter={() => onHighlight(run.key)}
      onMouseLeave={() => onHighlight(null)}
    >
      <th scope="row" className="words">
        {policyNames[run.key].name}
      </th>
      {columns.map((submissions, i) => (
        <td key={submissions} className={i === columns.length - 1 ? "number final" : "number"}>
          {bias[i] ? points(bias[i].mean) : ""}
        </td>
      ))}
      <td className="number quiet">{last && repetitions > 1 ? `±${points(last.sd)}` : ""}</td>
      <td className="number quiet">{run.ceiling < 1 ? (100 * run.ceiling).toFixed(0) : "100"}</td>
      <td className="number quiet">
        {repetitions}
        {!isDone(result) && <span className="unseen"> so far</span>}
      </td>
    </tr>
  );
}
