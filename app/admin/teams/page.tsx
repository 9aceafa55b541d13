import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { Moment } from "@/app/_components/audit/moment";
import { addressOf, queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { api } from "@/server/api/caller";
import type { MergedTeam } from "@/server/teams/list-merged-teams";
import type { UnvouchedTeam } from "@/server/teams/list-unvouched-teams";
import { MergeForm } from "./merge-form";
import { VouchButton } from "./vouch-button";
import { VouchRules } from "./vouch-rules";

export default forMaintainers(TeamsPage);

async function TeamsPage({ searchParams }: { searchParams: SearchParameters }) {
  const { team, into } = queryOf(await searchParams, ["team", "into"]);
  const { admin } = await api();
  const [merged, unvouched, rules] = await Promise.all([
    admin.mergedTeams(),
    admin.unvouchedTeams(),
    admin.vouchRules(),
  ]);
  return (
    <>
      <h2>Teams nobody vouches for</h2>
      <p className="soft">
        Each counts, on the pools where it has a first score, as if one attacker had them all. Vouch for those
        that you know to be one person or group. Teams made by the operator&rsquo;s{" "}
        <code className="nowrap">token create</code> or by the local sign-in are vouched for.
      </p>
      <DataTable
        caption="Teams nobody vouches for, latest to submit first"
        columns={unvouchedColumns}
        rows={unvouched}
        keyOf={({ team }) => team}
        empty="Somebody vouches for every team that has submitted."
      />
      <VouchRules rules={rules} />
      <h2>Merge two teams</h2>
      <p className="soft">
        For two teams that turn out to be one. Members and submissions go to the team that stays; quotas and
        climbs are added up, the higher rung stays, and first releases stay spent. A team that takes in one
        that nobody vouches for is no longer vouched for. This cannot be undone.
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

const unvouchedColumns: Column<UnvouchedTeam>[] = [
  {
    name: "Team",
    cell: ({ team }) => <Link href={addressOf("/audit/history", { team })}>{team}</Link>,
  },
  { name: "First scores", kind: "number", cell: ({ firstReleases }) => firstReleases },
  { name: "Last submitted (UTC)", cell: ({ lastSubmittedAt }) => <Moment at={lastSubmittedAt} /> },
  { name: "", cell: ({ team }) => <VouchButton team={team} /> },
];

const columns: Column<MergedTeam>[] = [
  { name: "Team", cell: ({ team }) => team },
  { name: "Merged into", cell: ({ into }) => into },
  { name: "When (UTC)", cell: ({ at }) => <Moment at={at} /> },
];
