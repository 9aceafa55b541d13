import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { FilterForm } from "@/app/_components/audit/filter-form";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { Moment } from "@/app/_components/audit/moment";
import { addressOf, queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { api } from "@/server/api/caller";
import type { Account } from "@/server/teams/list-accounts";

export default forMaintainers(AccountsPage);

async function AccountsPage({ searchParams }: { searchParams: SearchParameters }) {
  const query = queryOf(await searchParams, ["search", "after"]);
  const { rows, next } = await orNotFound((await api()).admin.accounts(query));
  return (
    <>
      <FilterForm
        path="/admin/accounts"
        filters={[{ name: "search", label: "Name begins with", value: query.search, kind: "text" }]}
      />
      <DataTable
        caption="Accounts by name"
        columns={columns}
        rows={rows}
        keyOf={({ name }) => name}
        empty="No account has such a name."
      />
      {next && (
        <nav className="pages" aria-label="Pages of the list">
          <Link href={addressOf("/admin/accounts", { ...query, after: next })}>Next page</Link>
        </nav>
      )}
    </>
  );
}

const columns: Column<Account>[] = [
  { name: "Name", cell: ({ name }) => name },
  {
    name: "Team",
    cell: ({ team }) => team && <Link href={addressOf("/audit/history", { team })}>{team}</Link>,
  },
  { name: "Role", cell: ({ role }) => role },
  { name: "E-mail", cell: ({ email }) => email },
  { name: "Since (UTC)", cell: ({ createdAt }) => <Moment at={createdAt} /> },
];
