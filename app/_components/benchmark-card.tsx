import Link from "next/link";
import type { BenchmarkView } from "@/server/leaderboards/schemas/benchmark-schema";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import { equationText } from "./figure/describe-line";
import { StaticFigure } from "./figure/static-figure";
import { counted } from "./numbers/count";
import { percent, percentInterval } from "./numbers/percent";
import { Time } from "./words/time";

/** A benchmark at a glance: its small figure, who leads, the record. */
export function BenchmarkCard({
  benchmark,
  figure,
  leader,
}: {
  benchmark: BenchmarkView;
  figure: FigureFacts;
  leader: LeaderboardRow | null;
}) {
  const { slug, name, references, entries, record, accepting } = benchmark;
  return (
    <li className="card">
      <h2>
        <Link href={`/benchmarks/${slug}`}>{name}</Link>
      </h2>
      <p className="soft small">
        {counted(references, "reference model")} · {counted(entries, "entry", "entries")}
        {accepting ? "" : " · published results only"}
      </p>
      <Link href={`/benchmarks/${slug}`} tabIndex={-1} aria-hidden="true">
        <StaticFigure benchmark={benchmark} facts={figure} frames={["card"]} />
      </Link>
      <dl className="facts">
        <div>
          <dt>The line</dt>
          <dd>{equationText(figure.fit) ?? "not enough models yet"}</dd>
        </div>
        <div>
          <dt>Leader on {figure.testSet ?? "new images"}</dt>
          <dd>
            <Leader row={leader} />
          </dd>
        </div>
        {accepting && (
          <div>
            <dt>Entry record</dt>
            <dd>
              {record ? (
                <>
                  <Link href={`/entries/${record.id}`}>{record.name}</Link> {percent(record.accuracy)},{" "}
                  <Time at={record.at} />
                </>
              ) : (
                <Link href={`/submit?benchmark=${slug}`}>be the first</Link>
              )}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

function Leader({ row }: { row: LeaderboardRow | null }) {
  const score = row?.new;
  if (!row || !score || score.accuracy === null) return "nobody yet";
  return (
    <>
      <Link href={`/entries/${row.id}`}>{row.name}</Link> {percent(score.accuracy)}{" "}
      {score.interval && <span className="soft small">{percentInterval(score.interval)}</span>}
    </>
  );
}
