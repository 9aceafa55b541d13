import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { Moment } from "@/app/_components/audit/moment";
import { queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { api } from "@/server/api/caller";
import type { MergedTeam } from "@/server/teams/list-merged-teams";
import { MergeForm } from "./merge-form";

export default async function TeamsPage({ searchParams }: { searchParams: SearchParameters }) {
  const { team, into } = queryOf(await searchParams, ["team", "into"]);
  const merged = await (await api()).admin.mergedTeams();
  return (
    <>
      <h2>Merge two teams</h2>
      <p className="soft">
        For two teams that turn out to be one. People and submissions go to the team that stays; quotas and
        climbs are added, the higher rung stays, and first releases stay spent. It cannot be taken back.
      </p>
      <MergeForm team={team} into={into} />
      <DataTable
        caption="Merged teams, the last first"
        columns={columns}
        rows={merged}
        keyOf={({ team }) => team}
        empty="No teams were merged."
      />
    </>
  );
}

const columns: Column<MergedTeam>[] = [
  { name: "Team", cell: ({ team }) => team },
  { name: "Merged into", cell: ({ into }) => into },
  { name: "When (UTC)", cell: ({ at }) => <Moment at={at} /> },
];
