import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { FilterForm } from "@/app/_components/audit/filter-form";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { ListFoot } from "@/app/_components/audit/list-foot";
import { Moment } from "@/app/_components/audit/moment";
import { addressOf, queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { withMinus } from "@/app/_components/numbers/percent";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { api } from "@/server/api/caller";
import type { LinkedTeamsRow } from "@/server/audit/likeness/likeness-schema";

export default forMaintainers(LinkedTeamsPage);

async function LinkedTeamsPage({ searchParams }: { searchParams: SearchParameters }) {
  const query = queryOf(await searchParams, ["benchmark", "after"]);
  const { audit, benchmarks } = await api();
  const slugs = (await benchmarks.list()).filter(({ accepting }) => accepting).map(({ slug }) => slug);
  const benchmark = query.benchmark ?? slugs[0];
  if (!benchmark) return <p className="note">No benchmark accepts models yet.</p>;
  const { rows, next } = await orNotFound(audit.linkedTeams({ benchmark, after: query.after }));
  return (
    <>
      <FilterForm
        path="/audit/accounts"
        filters={[
          { name: "benchmark", label: "Benchmark", value: benchmark, kind: "choice", options: slugs },
        ]}
      />
      <DataTable
        caption="Teams that may be one person, those with the most similar models first"
        columns={columnsOf(benchmark)}
        rows={rows}
        keyOf={({ first, second }) => `${first} ${second}`}
        empty="No two teams have identical or nearly identical models."
      />
      <p className="footnotes">
        Each of these may have an innocent explanation: a public model that many submit has the same file and
        the same predictions everywhere. Turns is the z value of the runs test (Wald and Wolfowitz 1940) on
        the two teams’ submission times: near 0 where they are unrelated, above 2 where the teams take turns.
      </p>
      <ListFoot path="/audit/accounts" query={{ ...query, benchmark }} next={next} csv="linked-teams" />
    </>
  );
}

const columnsOf = (benchmark: string): Column<LinkedTeamsRow>[] => {
  const team = (name: string) => (
    <Link href={addressOf("/audit/history", { benchmark, team: name })}>{name}</Link>
  );
  return [
    { name: "Team", cell: ({ first }) => team(first) },
    { name: "and team", cell: ({ second }) => team(second) },
    { name: "Similar models", kind: "number", cell: ({ pairs }) => pairs },
    { name: "Same file", kind: "number", cell: ({ sameModel }) => sameModel },
    { name: "Same predictions", kind: "number", cell: ({ samePredictions }) => samePredictions },
    { name: "Submissions", kind: "number", cell: ({ submissions }) => submissions.join(" and ") },
    {
      name: "Turns",
      kind: "number",
      title: "z of the runs test on submission times",
      cell: ({ interleaving }) => (interleaving === null ? "–" : withMinus(interleaving.toFixed(1))),
    },
    { name: "Last (UTC)", cell: ({ lastAt }) => <Moment at={lastAt} /> },
    {
      name: "",
      cell: ({ first, second }) => (
        <Link href={addressOf("/admin/teams", { team: second, into: first })}>Merge</Link>
      ),
    },
  ];
};
