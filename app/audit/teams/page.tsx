import Link from "next/link";
import { choosePool } from "@/app/_components/audit/choose-pool";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { rungPercent } from "@/app/_components/audit/decision-text";
import { FilterForm } from "@/app/_components/audit/filter-form";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { ListFoot } from "@/app/_components/audit/list-foot";
import { Moment } from "@/app/_components/audit/moment";
import { addressOf, queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { api } from "@/server/api/caller";
import type { TeamMeter } from "@/server/audit/meters/meter-schema";

export default forMaintainers(TeamsPage);

async function TeamsPage({ searchParams }: { searchParams: SearchParameters }) {
  const query = queryOf(await searchParams, ["pool", "after"]);
  const { audit } = await api();
  const { names, chosen, name } = choosePool(await audit.meters({}), query.pool);
  if (!chosen || !name) return <p className="note">There is no hidden test set yet.</p>;
  const { rows, next } = await orNotFound(audit.teams({ pool: chosen.id, after: query.after }));
  return (
    <>
      <FilterForm
        path="/audit/teams"
        filters={[{ name: "pool", label: "Pool", value: name, kind: "choice", options: names }]}
      />
      <DataTable
        caption={`Teams on ${name}, latest decision first`}
        columns={columnsOf(chosen.benchmark)}
        rows={rows}
        keyOf={({ team }) => team}
        empty="Nothing has been decided on this pool yet."
      />
      <ListFoot
        path="/audit/teams"
        query={{ ...query, pool: name }}
        next={next}
        csv="teams"
        asked={{ pool: chosen.id }}
      />
    </>
  );
}

const columnsOf = (benchmark: string): Column<TeamMeter>[] => [
  {
    name: "Team",
    cell: ({ team }) => <Link href={addressOf("/audit/history", { benchmark, team })}>{team}</Link>,
  },
  { name: "Used in total", kind: "number", cell: ({ used, lifetime }) => `${used} of ${lifetime}` },
  { name: "Used in 24 hours", kind: "number", cell: ({ usedToday }) => usedToday },
  {
    name: "Climbs",
    kind: "number",
    cell: ({ climbs, closed }) => (closed ? `${climbs}, closed` : climbs),
  },
  {
    name: "Rung",
    kind: "number",
    title: "Released accuracy, percent",
    cell: ({ rung }) => rungPercent(rung),
  },
  { name: "Last decision (UTC)", cell: ({ lastDecidedAt }) => <Moment at={lastDecidedAt} /> },
];
