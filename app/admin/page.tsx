import Link from "next/link";
import { api } from "@/server/api/caller";
import type { HistoryRow } from "@/server/audit/history/history-schema";
import type { VersionView } from "@/server/test-sets/list-versions";
import { type Column, DataTable } from "../_components/audit/data-table";
import { Moment } from "../_components/audit/moment";
import { count } from "../_components/numbers/count";
import { ApproveButton } from "./approve-button";
import { VersionActs } from "./version-acts";

export default async function AdminPage() {
  const { admin, audit } = await api();
  const [versions, waiting] = await Promise.all([
    admin.versions(),
    audit.history({ state: "awaiting-approval" }),
  ]);
  return (
    <>
      <h2>Waiting for approval</h2>
      <p className="soft">
        New teams whose first score the pool’s budget no longer covers. Each approval lets one more team learn
        something about the hidden images; check first that it is not a team you know under another name.
      </p>
      <DataTable
        caption="First releases waiting for approval"
        columns={waitingColumns}
        rows={waiting.rows}
        keyOf={({ id }) => id}
        empty="Nobody is waiting."
      />
      {waiting.next && (
        <p>
          <Link href="/audit/history?state=awaiting-approval">All that are waiting</Link>
        </p>
      )}
      <h2>Test sets</h2>
      <DataTable
        caption="Versions of test sets"
        columns={versionColumns}
        rows={versions}
        keyOf={({ benchmark, testSet, version }) => `${benchmark} ${testSet} ${version}`}
        empty="There is no test set yet."
      />
      <p className="footnotes">
        Images, benchmarks and published results come in from the command line:{" "}
        <code>npm run -s rung -- testset import</code>, <code>benchmark create</code>,{" "}
        <code>reference import</code>. Maintainers are made there too:{" "}
        <code className="nowrap">token create --role maintainer</code>.
      </p>
    </>
  );
}

const waitingColumns: Column<HistoryRow>[] = [
  {
    name: "Submission",
    cell: ({ id, name, benchmark }) => (
      <>
        <Link href={`/admin/submissions/${id}`}>{name}</Link>
        <span className="team">{benchmark}</span>
      </>
    ),
  },
  { name: "Team", cell: ({ team }) => team },
  { name: "Submitted (UTC)", cell: ({ submittedAt }) => <Moment at={submittedAt} /> },
  { name: "", cell: ({ id }) => <ApproveButton id={id} /> },
];

const versionColumns: Column<VersionView>[] = [
  {
    name: "Test set",
    cell: ({ testSet, benchmark }) => (
      <>
        {testSet}
        <span className="team">
          <Link href={`/benchmarks/${benchmark}`}>{benchmark}</Link>
        </span>
      </>
    ),
  },
  { name: "Version", kind: "number", cell: ({ version }) => version },
  { name: "State", cell: ({ state }) => state },
  {
    name: "Role",
    cell: ({ role, pool, primary }) => (
      <>
        {role}
        {pool && <span className="team">{`pool ${pool}${primary ? ", primary" : ""}`}</span>}
      </>
    ),
  },
  { name: "Images", kind: "number", cell: ({ images }) => count(images) },
  { name: "Audit images", kind: "number", cell: ({ auditImages }) => count(auditImages) },
  { name: "Imported (UTC)", cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { name: "Digest", cell: ({ digest }) => <code title={digest}>{digest.slice(0, 12)}</code> },
  { name: "", cell: (view) => <VersionActs view={view} /> },
];
