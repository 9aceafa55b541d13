import { metricLabel } from "@/server/evaluation/metric";
import type { Entry } from "@/server/leaderboards/schemas/entry-schema";
import type { ShownScore } from "@/server/leaderboards/schemas/score-schema";
import { count } from "../numbers/count";
import { percent, percentInterval } from "../numbers/percent";
import { ScrollArea } from "../table/scroll-area";

const kinds = {
  exact: "exact",
  released: "released, rounded",
  printed: "as printed",
  withheld: "not released yet",
} as const;

/** Every score of an entry: test set by test set, metric by metric. */
export function ScoreTable({ entry }: { entry: Entry }) {
  return (
    <ScrollArea label="Scores">
      <table className="data">
        <thead>
          <tr>
            <th scope="col" className="words">
              Test set
            </th>
            <th scope="col" className="words">
              Metric
            </th>
            <th scope="col" colSpan={2}>
              Accuracy [95 %]
            </th>
            <th scope="col">Images</th>
            <th scope="col" className="words">
              Kind
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.scores.map((score) => (
            <ScoreLine key={`${score.testSet} ${score.metric}`} score={score} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function ScoreLine({ score }: { score: ShownScore }) {
  const { testSet, metric, kind, accuracy, interval, correct, total } = score;
  return (
    <tr>
      <th scope="row" className="words">
        {testSet}
      </th>
      <td className="words">{metricLabel(metric)}</td>
      <td className="number with-interval">{accuracy === null ? "–" : percent(accuracy)}</td>
      <td className="interval">{interval && percentInterval(interval)}</td>
      <td className="number">
        {correct !== null && `${count(correct)} of `}
        {total === null ? "–" : count(total)}
      </td>
      <td className="words quiet">{kinds[kind]}</td>
    </tr>
  );
}
