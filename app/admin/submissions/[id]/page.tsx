import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { ExactScore, images, rungPercent } from "@/app/_components/audit/decision-text";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { Moment } from "@/app/_components/audit/moment";
import { counted } from "@/app/_components/numbers/count";
import { percent } from "@/app/_components/numbers/percent";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { api } from "@/server/api/caller";
import type { ShownDecision } from "@/server/audit/history/history-schema";
import { Repeats } from "./repeats";
import { runWords } from "./run-words";
import { SubmissionActs } from "./submission-acts";

export default forMaintainers(SubmissionPage);

async function SubmissionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { audit } = await api();
  const submission = await orNotFound(audit.submission({ id }));
  const { state, name, team, user, benchmark, modelHash, fileRemovedAt, explanation, hiddenRun } = submission;
  return (
    <>
      <h2>{name}</h2>
      <dl className="facts">
        <div>
          <dt>State</dt>
          <dd>
            {state}
            {explanation && `: ${explanation}`}
          </dd>
        </div>
        {hiddenRun && (
          <div>
            <dt>Hidden evaluation</dt>
            <dd>{runWords(hiddenRun, submission.parkedAt !== null)}</dd>
          </div>
        )}
        <div>
          <dt>Benchmark, team, user</dt>
          <dd>
            <Link href={`/benchmarks/${benchmark}`}>{benchmark}</Link>,{" "}
            <Link href={`/audit/history?team=${team}`}>{team}</Link>, {user ?? "nobody"}
          </dd>
        </div>
        <div>
          <dt>Submitted, ended</dt>
          <dd>
            <Moment at={submission.submittedAt} />,{" "}
            {submission.endedAt ? <Moment at={submission.endedAt} /> : "not yet"}
          </dd>
        </div>
        <div>
          <dt>Approved, verified</dt>
          <dd>
            {submission.approvedAt ? <Moment at={submission.approvedAt} /> : "needed no approval"},{" "}
            {submission.verifiedAt ? <Moment at={submission.verifiedAt} /> : "not verified"}
          </dd>
        </div>
        <div>
          <dt>Gain asked for</dt>
          <dd>{counted(submission.atLeast, "step")}</dd>
        </div>
        <div>
          <dt>Model file</dt>
          <dd>
            <code>{modelHash}</code>
            {fileRemovedAt && (
              <>
                , removed <Moment at={fileRemovedAt} />
              </>
            )}
          </dd>
        </div>
      </dl>
      <SubmissionActs
        id={id}
        state={state}
        team={team}
        isVerified={submission.verifiedAt !== null}
        isParked={submission.parkedAt !== null}
        isDecided={submission.decisions.length > 0}
      />
      {submission.voidRefusal && state === "scored" && (
        <p className="note">Its decision was not voided: {submission.voidRefusal}</p>
      )}
      <h2>Decisions</h2>
      <DataTable
        caption="Release decisions"
        columns={columns}
        rows={submission.decisions}
        keyOf={({ pool, scope }) => `${pool} ${scope}`}
        empty="Nothing has been decided about it."
      />
      <Repeats repeats={submission.repeats} waits={submission.repeatWaits} />
      <p className="pages">
        {["scored", "disqualified"].includes(state) && <Link href={`/entries/${id}`}>Its public page</Link>}
        <Link href={`/audit/log?submission=${id}`}>Its lines in the log</Link>
      </p>
    </>
  );
}

const columns: Column<ShownDecision>[] = [
  {
    name: "Decision",
    cell: ({ decision, scope, testSet }) => (
      <>
        {decision}
        <span className="team">
          {testSet}, {scope === "global" ? "record ladder" : "team’s ladder"}
        </span>
      </>
    ),
  },
  { name: "Exact", kind: "number", cell: ({ exact }) => <ExactScore score={exact} /> },
  {
    name: "Unanswered",
    kind: "number",
    title: "Images of the guarded part without an answer",
    cell: ({ unanswered }) => unanswered ?? "–",
  },
  { name: "Audit", kind: "number", cell: ({ audit }) => <ExactScore score={audit} /> },
  {
    name: "Released",
    kind: "number",
    cell: ({ released }) => (released === null ? "–" : percent(released)),
  },
  { name: "Newly right", kind: "number", cell: ({ b }) => images(b) },
  { name: "Newly wrong", kind: "number", cell: ({ a }) => images(a) },
  { name: "d", kind: "number", cell: ({ d }) => images(d) },
  { name: "D", kind: "number", cell: ({ D }) => images(D) },
  { name: "Noise", kind: "number", cell: ({ noise }) => images(noise) },
  {
    name: "Threshold",
    kind: "number",
    cell: ({ threshold }) => (threshold === null ? "–" : threshold.toFixed(1)),
  },
  {
    name: "Rung",
    kind: "number",
    cell: ({ rungBefore, rungAfter }) => `${rungPercent(rungBefore)} to ${rungPercent(rungAfter)}`,
  },
  { name: "Climbs", kind: "number", cell: ({ climbs, closed }) => (closed ? `${climbs}, closed` : climbs) },
  { name: "Decided (UTC)", cell: ({ decidedAt }) => <Moment at={decidedAt} /> },
];
