import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { api } from "@/server/api/caller";
import { QuotaFacts } from "../_components/submission/quota-facts";
import { SubmissionList } from "../_components/submission/submission-list";
import { ApiProvider } from "../_components/trpc";

export const metadata: Metadata = { title: "My submissions" };

export default async function SubmissionsPage({
  searchParams,
}: {
  searchParams: Promise<{ already?: string }>;
}) {
  const { already } = await searchParams;
  const { submissions, teams, benchmarks } = await api();
  const viewer = await teams.me();
  if (!viewer) redirect("/sign-in?callbackUrl=/submissions");
  const [mine, quotas, all] = await Promise.all([
    submissions.list({}),
    submissions.quotas(),
    benchmarks.list(),
  ]);
  const names = Object.fromEntries(all.map(({ slug, name }) => [slug, name]));
  return (
    <ApiProvider>
      <h1>My submissions</h1>
      <p className="lede">
        Signed in as {viewer.name}
        {viewer.role === "maintainer" && ", maintainer"}. <Link href="/account">Account and tokens</Link>
      </p>
      {mine.length > 0 && (
        <p className="small">
          <a href="/api/v1/submissions?format=csv" download>
            CSV
          </a>{" "}
          ·{" "}
          <a href="/api/v1/submissions" download="submissions.json">
            JSON
          </a>
        </p>
      )}
      {mine.some(({ id }) => id === already) && (
        <p className="note">
          You have submitted this model with this preprocessing before, and its answer would be the same:{" "}
          <a href={`#${already}`}>here it is</a>. Nothing is spent.
        </p>
      )}
      <SubmissionList initial={mine} quotas={quotas} names={names} />
      <h2>Quota left</h2>
      {quotas.length === 0 && <p className="soft">No benchmark accepts models yet.</p>}
      <div className="cards">
        {quotas.map((quota) => (
          <section key={quota.benchmark} className="card">
            <h3>
              <Link href={`/benchmarks/${quota.benchmark}`}>{names[quota.benchmark]}</Link>
            </h3>
            <QuotaFacts quota={quota} />
          </section>
        ))}
      </div>
    </ApiProvider>
  );
}
