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
        For two teams that turn out to be one. Members and submissions go to the team that stays; quotas and
        climbs are added up, the higher rung stays, and first releases stay spent. This cannot be undone.
      </p>
      <MergeForm team={team} into={into} />
      <DataTable
        caption="Merged teams, latest first"
        columns={columns}
        rows={merged}
        keyOf={({ team }) => team}
        empty="No teams have been merged."
      />
    </>
  );
}

const columns: Column<MergedTeam>[] = [
  { name: "Team", cell: ({ team }) => team },
  { name: "Merged into", cell: ({ into }) => into },
  { name: "When (UTC)", cell: ({ at }) => <Moment at={at} /> },
];
