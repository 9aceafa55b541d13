import Link from "next/link";
import { metricLabel, metrics, primaryMetric } from "@/server/evaluation/metric";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { count, counted } from "../numbers/count";
import { percent, points } from "../numbers/percent";
import { Time } from "../words/time";
import { equationText, intervalsText, meaningOfLine } from "./describe-line";
import { Deviations } from "./deviations";
import { emptyStates } from "./empty-states";

/** The text beside a figure: the line in words, the models off it, the average change, what was given away, the records. */
export function FigureAside({ figure }: { figure: FigureFacts }) {
  return (
    <div className="figure-aside">
      <TheLine figure={figure} />
      <section>
        <h2>Off the line</h2>
        <Deviations figure={figure} />
      </section>
      <Changes figure={figure} />
      {figure.role === "public" ? <PublicSet /> : <GivenAway figure={figure} />}
      <Records figure={figure} />
    </div>
  );
}

function TheLine({ figure }: { figure: FigureFacts }) {
  const { fit, changes, testSet, metric } = figure;
  const equation = equationText(fit);
  const intervals = intervalsText(fit);
  const change = changes.find((known) => known.testSet === testSet)?.[metric] ?? null;
  return (
    <section>
      <h2>The line</h2>
      {equation && <p className="equation">{equation}</p>}
      {intervals ? (
        <p className="intervals">
          {intervals}; 95 %, {count(fit.resamples)} bootstrap samples over {counted(fit.models, "model")}
        </p>
      ) : (
        equation && (
          <p className="intervals">
            {counted(fit.models, "model")}
            {fit.pending && "; interval being computed"}
          </p>
        )
      )}
      <p>{meaningOfLine(fit, change)}</p>
    </section>
  );
}

function Changes({ figure: { changes } }: { figure: FigureFacts }) {
  const known = changes.filter((change) => change[primaryMetric] !== null);
  if (known.length === 0) return null;
  return (
    <section>
      <h2>Average change, in points</h2>
      <ul className="ledger">
        {known.map((change) => (
          <li key={change.testSet} title={`over ${counted(change.models, "reference model")}`}>
            <span>{change.testSet}</span>
            <span className="nowrap">{changeText(change)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function changeText(change: FigureFacts["changes"][number]): string {
  const known = metrics.filter((metric) => change[metric] !== null);
  return known.map((metric) => `${points(change[metric]!)} ${metricLabel(metric)}`).join(" · ");
}

function PublicSet() {
  return (
    <section>
      <h2>This test set is public</h2>
      <p>
        Its images and labels are to be had, so scores on it are exact and no ladder guards them. A model may
        have been fitted to it, which only a hidden test set beside it can show.{" "}
        <Link href="/guard#public">What that means</Link>
      </p>
    </section>
  );
}

function GivenAway({ figure: { meters } }: { figure: FigureFacts }) {
  return (
    <section>
      <h2>What this test set has given away</h2>
      {meters.length === 0 && <p>{emptyStates.meters}</p>}
      {meters.map(({ pool, firstReleases, firstReleaseBudget, climbs, bits }) => (
        <p key={pool}>
          {count(firstReleases)} of {count(firstReleaseBudget)} first scores used, {counted(climbs, "climb")},
          at most {count(Number(bits.toFixed(1)))} bits. <Link href="/guard#meters">What that means</Link>
        </p>
      ))}
    </section>
  );
}

function Records({ figure: { records, testSet } }: { figure: FigureFacts }) {
  if (records.length === 0) return null;
  return (
    <section>
      <h2>Records on {testSet}</h2>
      <ul className="ledger">
        {records.slice(0, 5).map(({ id, name, teamName, accuracy, at }) => (
          <li key={id}>
            <span>
              <Link href={`/entries/${id}`}>{name}</Link>
              <small>
                {teamName}, <Time at={at} />
              </small>
            </span>
            <span>{percent(accuracy)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
