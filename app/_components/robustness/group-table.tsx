import type { RobustnessGroup } from "@/server/leaderboards/schemas/robustness-schema";
import { count } from "../numbers/count";
import { points } from "../numbers/percent";
import { ScrollArea } from "../table/scroll-area";
import { groupName } from "./group-name";

/** Each training group in numbers. */
export function GroupTable({ groups }: { groups: readonly RobustnessGroup[] }) {
  return (
    <ScrollArea label="Distance from the line by training">
      <table className="data">
        <caption>Distance from the line by training, in points</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              Trained
            </th>
            <th scope="col">Models</th>
            <th scope="col">In the fit</th>
            <th scope="col">Median</th>
            <th scope="col">Least</th>
            <th scope="col">Most</th>
            <th scope="col">Marked above</th>
            <th scope="col">Marked below</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ training, models, fitted, median, least, most, above, below }) => (
            <tr key={training}>
              <th scope="row" className="words">
                {groupName(training)}
              </th>
              <td className="number">{count(models)}</td>
              <td className="number">{count(fitted)}</td>
              <td className="number">{points(median)}</td>
              <td className="number">{points(least)}</td>
              <td className="number">{points(most)}</td>
              <td className="number">{count(above)}</td>
              <td className="number">{count(below)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
