import Link from "next/link";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { count, counted } from "../numbers/count";
import { equationText, sourceText } from "./describe-line";
import { LineIntervals } from "./line-intervals";
import { LineShapes } from "./line-shapes";
import { verdictWords } from "./verdict-words";

/** The line that is drawn, the verdict, which is the same on every scale, and behind it intervals and shape. */
export function TheLine({ figure }: { figure: FigureFacts }) {
  const { fit, verdict } = figure;
  const equation = equationText(fit);
  return (
    <section>
      <h2>The line</h2>
      {equation && (
        <>
          <p className="equation">{equation}</p>
          <p className="intervals">
            {counted(fit.models, "model")}
            {fit.families && `, resampled as ${counted(fit.families, "family", "families")}`}
            {fit.pending && "; intervals being computed"}
          </p>
        </>
      )}
      <LineIntervals fit={fit} />
      {verdictWords(verdict).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {equation && (
        <details>
          <summary>What this rests on</summary>
          {fit.resamples > 0 && (
            <p>
              {count(fit.resamples)} bootstrap samples. {fit.overImages && sourceText(fit.overImages.source)}{" "}
              <Link href="/docs/statistics#images">What the intervals cover</Link>
            </p>
          )}
          <p>
            A drop that is the same for every model shows in no slope, whatever its cause:{" "}
            <Link href="/docs/paper#limits">the paper&rsquo;s own caveat</Link>.{" "}
            <Link href="/docs/statistics#verdict">What a slope does and does not show</Link>
          </p>
          <LineShapes figure={figure} />
        </details>
      )}
    </section>
  );
}
