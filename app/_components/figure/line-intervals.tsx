import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { intervalTexts } from "./describe-line";

/** The three intervals of slope and intercept, each with what was resampled. */
export function LineIntervals({ fit }: { fit: FitView | Omit<FitView, "band"> }) {
  const intervals = intervalTexts(fit);
  if (intervals.length === 0) return null;
  return (
    <table className="data compact">
      <caption>95 % intervals; the band is that over {intervals[0]!.over}</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            Over
          </th>
          <th scope="col">Slope</th>
          <th scope="col">Intercept</th>
        </tr>
      </thead>
      <tbody>
        {intervals.map(({ over, slope, intercept }) => (
          <tr key={over}>
            <th scope="row" className="words">
              {over}
            </th>
            <td className="number">{slope}</td>
            <td className="number">{intercept}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
