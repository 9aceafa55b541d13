import type { FigureFacts, LineShape } from "@/server/leaderboards/schemas/figure-schema";
import { counted } from "../numbers/count";
import { withMinus } from "../numbers/percent";
import { equationText } from "./describe-line";

/** How straight the models lie on each scale, and what the models left out would do to the line that is drawn. */
export function LineShapes({ figure: { shapes, verdict, fit } }: { figure: FigureFacts }) {
  const known = shapes.filter((shape) => shape.leaveOneOutError !== null);
  if (known.length === 0) return null;
  const wider = shapes.find(({ scale }) => scale === fit.scale)?.withExcluded ?? null;
  const more = wider && wider.models - verdict.fit.models;
  return (
    <>
      <table className="data compact">
        <caption>How straight it is: bend (t of a quadratic term) and error of prediction, in points</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              Scale
            </th>
            <th scope="col" className="number">
              Bend
            </th>
            <th scope="col" className="number">
              Error
            </th>
          </tr>
        </thead>
        <tbody>
          {known.map((shape) => (
            <Row key={shape.scale} shape={shape} isJudged={shape.scale === verdict.scale} />
          ))}
        </tbody>
      </table>
      {wider && more !== null && more > 0 && (
        <p>
          {counted(more, "reference model is", "reference models are")} left out of the fit, for the reason
          that the table gives. With {more === 1 ? "it" : "them"} the line would be{" "}
          {equationText({ ...wider, scale: fit.scale })}.
        </p>
      )}
    </>
  );
}

function Row({ shape, isJudged }: { shape: LineShape; isJudged: boolean }) {
  const { scale, curvature, leaveOneOutError } = shape;
  return (
    <tr>
      <th scope="row" className="words">
        {scale}
        {isJudged && ", judged on"}
      </th>
      <td className="number">{curvature === null ? "–" : withMinus(curvature.toFixed(1))}</td>
      <td className="number">{(100 * leaveOneOutError!).toFixed(2)}</td>
    </tr>
  );
}
