import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { FilterForm } from "@/app/_components/audit/filter-form";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { ListFoot } from "@/app/_components/audit/list-foot";
import { Moment } from "@/app/_components/audit/moment";
import { queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { counted } from "@/app/_components/numbers/count";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { ApiProvider } from "@/app/_components/trpc";
import { Time } from "@/app/_components/words/time";
import { api } from "@/server/api/caller";
import type { LogLine } from "@/server/audit-log/log-schema";
import type { VerificationView } from "@/server/audit-log/verification-schema";
import { lineWords } from "./line-words";
import { VerifyButton } from "./verify-button";

/** A stored kind may be unknown: then there are no words for it. */
const words = new Map<string, string>(Object.entries(lineWords));

export default forMaintainers(LogPage);

async function LogPage({ searchParams }: { searchParams: SearchParameters }) {
  const query = queryOf(await searchParams, ["kind", "submission", "after"]);
  const { audit } = await api();
  const [{ rows, next }, verifications, head] = await orNotFound(
    Promise.all([audit.log(query), audit.verifications(), audit.head()]),
  );
  return (
    <ApiProvider>
      <VerificationState last={verifications[0]} />
      <p>
        <VerifyButton />
      </p>
      <p className="soft small">
        Published head of {head.day}: <code className="wrap">{head.head}</code>
      </p>
      <FilterForm
        path="/audit/log"
        filters={[
          {
            name: "kind",
            label: "Kind",
            value: query.kind,
            kind: "choice",
            options: [...words.keys()],
            any: "all",
          },
          { name: "submission", label: "Submission’s id", value: query.submission, kind: "text" },
        ]}
      />
      <DataTable
        caption="Lines of the log, newest first"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => String(id)}
        empty="No line matches these filters."
      />
      <ListFoot path="/audit/log" query={query} next={next} csv="log" />
    </ApiProvider>
  );
}

function VerificationState({ last }: { last: VerificationView | undefined }) {
  if (!last) return <p className="note">The log has not been verified from here yet.</p>;
  if (!last.endedAt) {
    return (
      <p className="note">
        A verification began <Time at={last.startedAt} /> and is still running. Reload this page for the
        result.
      </p>
    );
  }
  return last.problem === null ? (
    <p className="note good">
      Verified <Time at={last.endedAt} />: {counted(last.lines, "line")}, the chain is intact, every ladder,
      replayed, decides the same, and pages show what that leads to. (The lines drawn are computed anew by{" "}
      <code>rung audit verify</code>.)
    </p>
  ) : (
    <div className="note trouble" role="alert">
      <p>
        The log does not verify: {last.problem}. Found <Time at={last.endedAt} />, after{" "}
        {counted(last.lines, "good line")}.
      </p>
      <p className="soft">Stop releases, keep a copy of the database, and compare it with a backup.</p>
    </div>
  );
}

const columns: Column<LogLine>[] = [
  { name: "Line", cell: ({ id }) => id },
  { name: "At (UTC)", cell: ({ at }) => <Moment at={at} /> },
  { name: "Kind", cell: ({ kind }) => <span title={words.get(kind)}>{kind}</span> },
  {
    name: "Submission",
    cell: ({ fields }) =>
      typeof fields.submission === "string" && (
        <Link href={`/admin/submissions/${fields.submission}`}>{fields.submission.slice(0, 8)}</Link>
      ),
  },
  {
    name: "Public, then secret",
    cell: ({ fields, secret }) => (
      <>
        <Fields of={fields} leave={["submission", "kind", "at"]} />
        {secret && <Fields of={secret} leave={[]} secret />}
      </>
    ),
  },
  { name: "Hash", cell: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code> },
];

function Fields({
  of,
  leave,
  secret = false,
}: {
  of: Record<string, unknown>;
  leave: string[];
  secret?: boolean;
}) {
  const shown = Object.entries(of).filter(([name]) => !leave.includes(name));
  if (shown.length === 0) return null;
  return (
    <code className={secret ? "wrap secret" : "wrap"}>
      {shown
        .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
        .join(", ")}
    </code>
  );
}
