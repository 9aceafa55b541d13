import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { ExactScore, images, rungPercent } from "@/app/_components/audit/decision-text";
import { FilterForm } from "@/app/_components/audit/filter-form";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { ListFoot } from "@/app/_components/audit/list-foot";
import { Moment } from "@/app/_components/audit/moment";
import { queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { percent } from "@/app/_components/numbers/percent";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { type DecisionLine, decisionLines } from "@/server/api/answers/decision-lines";
import { api } from "@/server/api/caller";

const names = ["benchmark", "testSet", "team", "state", "decision", "from", "to", "after"] as const;
const states = [
  "queued",
  "evaluating",
  "waiting-for-you",
  "awaiting-approval",
  "scored",
  "refused",
  "failed",
  "withdrawn",
  "voided",
  "disqualified",
] as const;

export default forMaintainers(HistoryPage);

async function HistoryPage({ searchParams }: { searchParams: SearchParameters }) {
  const query = queryOf(await searchParams, names);
  const { audit, benchmarks } = await api();
  const { from, to, ...rest } = query;
  const filters = {
    ...rest,
    ...(from ? { from: startOf(from, 0) } : {}),
    ...(to ? { to: startOf(to, 1) } : {}),
  };
  const [all, { rows, next }] = await orNotFound(
    Promise.all([benchmarks.list(), audit.history(filters as Parameters<typeof audit.history>[0])]),
  );
  const hidden = all
    .filter(({ slug }) => slug === query.benchmark)
    .flatMap(({ testSets }) => testSets.filter(({ role }) => role === "hidden").map(({ name }) => name));
  const choice = (name: (typeof names)[number], label: string, options: readonly string[]) =>
    ({ name, label, value: query[name], kind: "choice", options, any: "all" }) as const;
  return (
    <>
      <FilterForm
        path="/audit/history"
        filters={[
          choice(
            "benchmark",
            "Benchmark",
            all.map(({ slug }) => slug),
          ),
          choice("testSet", "Test set", hidden),
          { name: "team", label: "Team", value: query.team, kind: "text" },
          choice("state", "State", states),
          choice("decision", "Decision", ["climbed", "held"]),
          { name: "from", label: "From day (UTC)", value: from, kind: "date" },
          { name: "to", label: "To day (UTC)", value: to, kind: "date" },
        ]}
      />
      <DataTable
        caption="Submissions and the decisions on them, newest first"
        columns={columns}
        rows={decisionLines(rows)}
        keyOf={({ submission, decision }) => `${submission.id} ${decision?.pool} ${decision?.scope}`}
        empty="No submission matches these filters."
      />
      <p className="footnotes">
        Exact and audit are top-1 accuracies in percent with their counts; d = newly right − newly wrong and D
        = newly right + newly wrong, in images compared with the ladder’s last release; the threshold is what
        d plus noise had to exceed.
      </p>
      <ListFoot
        path="/audit/history"
        query={query}
        next={next}
        csv="history"
        asked={{ ...filters, after: undefined }}
      />
    </>
  );
}

const columns: Column<DecisionLine>[] = [
  {
    name: "Submission",
    cell: ({ submission }) => (
      <>
        <Link href={`/admin/submissions/${submission.id}`}>{submission.name}</Link>
        <span className="team">
          {submission.team}, {submission.benchmark}
        </span>
      </>
    ),
  },
  { name: "Submitted (UTC)", cell: ({ submission }) => <Moment at={submission.submittedAt} /> },
  { name: "State", cell: ({ submission }) => (submission.parkedAt ? "parked" : submission.state) },
  {
    name: "Decision",
    cell: ({ decision }) =>
      decision && (
        <>
          {decision.decision}
          {decision.scope === "global" && <span className="team">record ladder</span>}
        </>
      ),
  },
  {
    name: "Exact",
    kind: "number",
    title: "Guarded part, top-1, percent and count",
    cell: ({ decision }) => decision && <ExactScore score={decision.exact} />,
  },
  {
    name: "Audit",
    kind: "number",
    title: "Audit part, top-1, percent and count",
    cell: ({ decision }) => decision && <ExactScore score={decision.audit} />,
  },
  {
    name: "Unanswered",
    kind: "number",
    title: "Images of the guarded part without an answer",
    cell: ({ decision }) => decision && (decision.unanswered ?? "–"),
  },
  {
    name: "Released",
    kind: "number",
    cell: ({ decision }) => decision && (decision.released === null ? "–" : percent(decision.released)),
  },
  { name: "d", kind: "number", cell: ({ decision }) => decision && images(decision.d) },
  { name: "D", kind: "number", cell: ({ decision }) => decision && images(decision.D) },
  { name: "Noise", kind: "number", cell: ({ decision }) => decision && images(decision.noise) },
  {
    name: "Threshold",
    kind: "number",
    cell: ({ decision }) => decision && (decision.threshold === null ? "–" : decision.threshold.toFixed(1)),
  },
  {
    name: "Rung",
    kind: "number",
    title: "Released accuracy before and after, percent",
    cell: ({ decision }) =>
      decision && `${rungPercent(decision.rungBefore)} to ${rungPercent(decision.rungAfter)}`,
  },
];

/** The start of a day, or of one some days later; what is not a day is left for the server to refuse. */
function startOf(day: string, later: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + later * 24 * 3600 * 1000).toISOString();
}
