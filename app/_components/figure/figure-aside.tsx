import Link from "next/link";
import { type Metric, metricLabel, metrics } from "@/server/evaluation/metric";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { count, counted } from "../numbers/count";
import { percent, points, pointsInterval } from "../numbers/percent";
import { Time } from "../words/time";
import { Deviations } from "./deviations";
import { emptyStates } from "./empty-states";
import { TheLine } from "./the-line";

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

function Changes({ figure }: { figure: FigureFacts }) {
  const known = figure.changes
    .map(({ testSet, ...of }) => ({
      testSet,
      found: metrics.flatMap((metric) => {
        const change = changeShown(figure, testSet, metric, of[metric]);
        return change ? [{ metric, ...change }] : [];
      }),
    }))
    .filter(({ found }) => found.length > 0);
  if (known.length === 0) return null;
  return (
    <section>
      <h2>Average change, in points</h2>
      <ul className="ledger">
        {known.map(({ testSet, found }) => (
          <li key={testSet}>
            <span>
              {testSet}
              <small>over {modelsText(found)}</small>
            </span>
            <span>
              {found.map(({ metric, mean, interval }) => (
                <span key={metric} className="change">
                  {metricLabel(metric)} {points(mean)} {interval && <small>{pointsInterval(interval)}</small>}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "64 reference models", or those of each metric where they are not the same number. */
function modelsText(found: readonly { metric: Metric; models: number }[]): string {
  const text = ({ models }: { models: number }) => counted(models, "reference model");
  return new Set(found.map(text)).size === 1
    ? text(found[0]!)
    : found.map((one) => `${text(one)} by ${metricLabel(one.metric)}`).join(", ");
}

/** The change judged by, where it is the one shown. */
function changeShown(
  { testSet, metric, verdict }: FigureFacts,
  of: string,
  by: Metric,
  change: FigureFacts["changes"][number]["top5"],
) {
  return of === testSet && by === metric ? (verdict.fit.change ?? change) : change;
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
