import Link from "next/link";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { count, counted } from "../numbers/count";
import { equationText, intervalTexts, sourceText } from "./describe-line";
import { LineShapes } from "./line-shapes";
import { verdictWords } from "./verdict-words";

/** The line that is drawn, its three intervals, and the verdict, which is the same on every scale. */
export function TheLine({ figure }: { figure: FigureFacts }) {
  const { fit, verdict } = figure;
  const equation = equationText(fit);
  const intervals = intervalTexts(fit);
  return (
    <section>
      <h2>The line</h2>
      {equation && <p className="equation">{equation}</p>}
      {intervals.map((text) => (
        <p key={text} className="intervals">
          {text}
        </p>
      ))}
      {equation && (
        <p className="intervals">
          {counted(fit.models, "model")}
          {intervals.length > 0 && `; 95 %, ${count(fit.resamples)} bootstrap samples.`}
          {fit.pending && "; intervals being computed"} {fit.overImages && sourceText(fit.overImages.source)}{" "}
          {fit.overImages && <Link href="/docs/statistics#images">What these cover</Link>}
        </p>
      )}
      {verdictWords(verdict).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {verdict.fit.overImages && (
        <p>
          A drop that is the same for every model shows in no slope, whatever its cause.{" "}
          <Link href="/docs/statistics#verdict">What a slope does and does not show</Link>
        </p>
      )}
      <LineShapes figure={figure} />
    </section>
  );
}
