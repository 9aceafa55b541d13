import { points, pointsInterval, withMinus } from "@/app/_components/numbers/percent";
import { ScrollArea } from "@/app/_components/table/scroll-area";
import { metricLabel } from "@/server/evaluation/metric";
import { compared } from "./compared";
import { OurNumber } from "./our-number";

const rows = compared.tableTwo;

/** Table 2: average changes as printed, and ours over all models and over those of the line, which is what the board shows. */
export function TableTwo() {
  const { all, fitted } = rows[0]!.changes[0]!;
  return (
    <ScrollArea label="Table 2">
      <table className="data compared">
        <caption>Average change from the original set, in points, with 95 % intervals over images</caption>
        <thead>
          <tr>
            <th scope="col" className="words" colSpan={2}>
              New test set
            </th>
            <th scope="col">Paper</th>
            <th scope="col" colSpan={2}>
              Here, {all.models} models
            </th>
            <th scope="col" colSpan={2}>
              Here, the {fitted.models} of the line
            </th>
          </tr>
        </thead>
        {rows.map(({ testSet, selectionFrequency, changes }) => (
          <tbody key={testSet}>
            {changes.map((change, i) => (
              <tr key={change.metric}>
                {i === 0 && (
                  <th scope="rowgroup" className="words" rowSpan={changes.length}>
                    {testSet}
                    <span className="team">chosen by {selectionFrequency} of annotators</span>
                  </th>
                )}
                <th scope="row" className="words">
                  <span className="nowrap">{metricLabel(change.metric)}</span>
                </th>
                <td className="number">{withMinus(change.paper)}</td>
                <td className="number with-interval">
                  <OurNumber of={change} />
                </td>
                <td className="interval">{pointsInterval(change.all.interval)}</td>
                <td className="number with-interval">{points(change.fitted.mean)}</td>
                <td className="interval">{pointsInterval(change.fitted.interval)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollArea>
  );
}
