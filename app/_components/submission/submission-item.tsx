"use client";

import Link from "next/link";
import { metricLabel, primaryMetric } from "@/server/evaluation/metric";
import { percent, percentInterval } from "../numbers/percent";
import { Time } from "../words/time";
import { AdvisedSetting } from "./advised-setting";
import { describeState } from "./describe-state";
import { RunLog } from "./run-log";
import { ScoreForecast } from "./score-forecast";
import type { ShownSubmission } from "./shown-submission";
import { SubmissionActs } from "./submission-acts";

/** A submission: its state in words, its progress, its scores. */
export function SubmissionItem({
  submission,
  benchmarkName,
  rung,
  onChange,
}: {
  submission: ShownSubmission;
  benchmarkName: string;
  rung: number | null;
  onChange: () => void;
}) {
  const { id, name, benchmark, state, submittedAt, progress, goOnBy, advice, preprocessing, fileRemovedAt } =
    submission;
  const { label, sentence, hint, tone } = describeState({ ...submission, rung });
  return (
    <article className="submission" id={id} aria-labelledby={`${id}-name`}>
      <header>
        <h2 id={`${id}-name`}>
          {state === "scored" || state === "disqualified" ? (
            <Link href={`/entries/${id}`}>{name}</Link>
          ) : (
            name
          )}
        </h2>
        <span className="soft">
          <Link href={`/benchmarks/${benchmark}`}>{benchmarkName}</Link>, <Time at={submittedAt} />
          {submission.atLeast > 1 && `, asks for ${submission.atLeast} steps`}
        </span>
        <output className={tone === "waiting" ? "state waiting" : "state"}>{label}</output>
      </header>
      {progress && (
        <p>
          <progress value={progress.done} aria-label={`Progress of ${name}`} />
          {progress.dueAt && (
            <span className="soft">
              The result appears <Time at={progress.dueAt} />.
            </span>
          )}
        </p>
      )}
      <p>
        {sentence} {hint && <span className="soft">{hint}</span>}
      </p>
      {advice?.better && <AdvisedSetting declared={preprocessing} better={advice.better} />}
      <Released scores={submission.scores} />
      <ForecastOfMeasured submission={submission} />
      {goOnBy && (
        <p className="soft small">
          If you do nothing, it is withdrawn <Time at={goOnBy} />.
        </p>
      )}
      <ReceiptLine id={id} receipt={submission.receipt} />
      {fileRemovedAt && (
        <p className="soft small">
          To submit it again, upload it again: its file is here for a day only (removed{" "}
          <Time at={fileRemovedAt} />
          ).
        </p>
      )}
      {submission.log && <RunLog log={submission.log} />}
      <SubmissionActs submission={submission} onChange={onChange} />
    </article>
  );
}

/** While a team decides whether to spend it. */
function ForecastOfMeasured({ submission }: { submission: ShownSubmission }) {
  const { state, advice, benchmark, originalScores, atLeast } = submission;
  const measured = originalScores.find(({ metric }) => metric === primaryMetric)?.accuracy ?? null;
  if (state !== "waiting-for-you" || advice?.better || measured === null) return null;
  return <ScoreForecast benchmark={benchmark} originalAccuracy={measured} atLeast={atLeast} />;
}

function ReceiptLine({ id, receipt }: { id: string; receipt: ShownSubmission["receipt"] }) {
  if (!receipt) return null;
  return (
    <p className="soft small">
      Line {receipt.line} of <Link href="/log">the log</Link>, hash{" "}
      <code className="receipt" title={receipt.hash}>
        {receipt.hash.slice(0, 12)}
      </code>
      : <a href={`/api/v1/submissions/${id}/receipt`}>keep the receipt</a>
    </p>
  );
}

function Released({ scores }: { scores: ShownSubmission["scores"] }) {
  const shown = scores.filter(({ accuracy }) => accuracy !== null);
  if (shown.length === 0) return null;
  return (
    <p className="small">
      {shown.map(({ testSet, metric, kind, accuracy, interval }, i) => (
        <span key={`${testSet} ${metric}`}>
          {i > 0 && " · "}
          <span className="nowrap">
            {testSet} {metricLabel(metric)} {percent(accuracy!)}{" "}
            <span className="soft">
              {interval && percentInterval(interval)}
              {kind === "released" && " released"}
            </span>
          </span>
        </span>
      ))}
    </p>
  );
}
