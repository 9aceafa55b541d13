import Link from "next/link";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { api } from "@/server/api/caller";
import type { VersionView } from "@/server/test-sets/list-versions";
import { type Column, DataTable } from "../_components/audit/data-table";
import { Moment } from "../_components/audit/moment";
import { count } from "../_components/numbers/count";
import { VersionActs } from "./version-acts";
import { WaitingList } from "./waiting-list";

export default forMaintainers(AdminPage);

async function AdminPage() {
  const { admin } = await api();
  const [versions, waiting] = await Promise.all([admin.versions(), admin.waiting()]);
  return (
    <>
      <h2>Waiting for approval</h2>
      <p className="soft">
        First scores of new teams that the pool no longer lets out by itself: its budget of first scores is
        spent, or unknown teams could already reach the bias that it allows them. Approve those you want to
        let in, vouch for teams you know, decline the rest; nobody here sees their scores. Check first that it
        is not a team you know under another name.
      </p>
      <WaitingList rows={waiting.rows} />
      {waiting.total > waiting.rows.length && (
        <p className="soft">The longest waiting of {count(waiting.total)}; the others follow.</p>
      )}
      <h2>Test sets</h2>
      <DataTable
        caption="Versions of test sets"
        columns={versionColumns}
        rows={versions}
        keyOf={({ benchmark, testSet, version }) => `${benchmark} ${testSet} ${version}`}
        empty="There is no test set yet."
      />
      <PolicyWarnings versions={versions} />
      <p className="footnotes">
        Images, benchmarks and published results come in from the command line:{" "}
        <code>npm run -s rung -- testset import</code>, <code>benchmark create</code>,{" "}
        <code>reference import</code>. Maintainers are made there too:{" "}
        <code className="nowrap">token create --role maintainer</code>.
      </p>
    </>
  );
}

/** What the policies of pools in use do not withstand. */
function PolicyWarnings({ versions }: { versions: VersionView[] }) {
  const warned = versions.filter(
    ({ state, poolRetiredAt, warnings }) => state === "active" && !poolRetiredAt && warnings.length > 0,
  );
  return warned.map(({ benchmark, testSet, pool, warnings }) => (
    <div key={`${benchmark} ${pool}`} className="note trouble">
      <p>
        The policy of pool {pool} ({testSet} on {benchmark}); a pool never changes it, new images may have
        another:
      </p>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </div>
  ));
}

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
