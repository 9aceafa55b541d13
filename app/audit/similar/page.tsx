import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { FilterForm } from "@/app/_components/audit/filter-form";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { ListFoot } from "@/app/_components/audit/list-foot";
import { Moment } from "@/app/_components/audit/moment";
import { queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { percent } from "@/app/_components/numbers/percent";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { api } from "@/server/api/caller";
import type { SimilarRow } from "@/server/audit/likeness/likeness-schema";

const apart = "from different teams";

export default forMaintainers(SimilarPage);

async function SimilarPage({ searchParams }: { searchParams: SearchParameters }) {
  const query = queryOf(await searchParams, ["benchmark", "whose", "after"]);
  const { audit, benchmarks } = await api();
  const slugs = (await benchmarks.list()).filter(({ accepting }) => accepting).map(({ slug }) => slug);
  const benchmark = query.benchmark ?? slugs[0];
  if (!benchmark) return <p className="note">No benchmark accepts models yet.</p>;
  const betweenTeams = query.whose === apart;
  const { rows, next } = await orNotFound(audit.similar({ benchmark, betweenTeams, after: query.after }));
  return (
    <>
      <FilterForm
        path="/audit/similar"
        filters={[
          { name: "benchmark", label: "Benchmark", value: benchmark, kind: "choice", options: slugs },
          {
            name: "whose",
            label: "Models",
            value: query.whose,
            kind: "choice",
            options: [apart],
            any: "all",
          },
        ]}
      />
      <DataTable
        caption="Near-identical models, latest finds first"
        columns={columns}
        rows={rows}
        keyOf={({ later, earlier }) => `${later.id} ${earlier.id}`}
        empty="No two models here are identical or nearly so."
      />
      <p className="footnotes">
        κ = (agreement − chance) / (1 − chance): agreement on which hidden images are wrong, above what the
        two accuracies p and q alone would give, pq + (1 − p)(1 − q) (error consistency: Geirhos, Meding,
        Wichmann 2020). 1 means the same errors, 0 independent ones. Pairs with κ of 0.8 or more are listed,
        and identical files whatever they predicted; of many models with the same predictions, each is
        compared with the first. A first score that waits for a maintainer is compared once it is let out:
        likeness to a known model would tell it.
      </p>
      <ListFoot
        path="/audit/similar"
        query={{ ...query, benchmark, betweenTeams: String(betweenTeams) }}
        next={next}
        csv="similar"
      />
    </>
  );
}

const columns: Column<SimilarRow>[] = [
  { name: "Later", cell: ({ later }) => <Model {...later} /> },
  { name: "Earlier", cell: ({ earlier }) => <Model {...earlier} /> },
  {
    name: "In common",
    cell: ({ sameModel, samePredictions }) =>
      [sameModel && "file", samePredictions && "predictions"].filter(Boolean).join(", ") || "most errors",
  },
  { name: "κ", kind: "number", title: "Agreement above chance", cell: ({ kappa }) => kappa.toFixed(3) },
  {
    name: "Agreement",
    kind: "number",
    title: "Images that both have right or both have wrong, percent",
    cell: ({ agreeing, images }) => percent(agreeing / images),
  },
  { name: "By chance", kind: "number", cell: ({ expected }) => percent(expected) },
  { name: "Found (UTC)", cell: ({ at }) => <Moment at={at} /> },
];

function Model({ id, name, team }: SimilarRow["later"]) {
  return (
    <>
      <Link href={`/admin/submissions/${id}`}>{name}</Link>
      <span className="team">{team}</span>
    </>
  );
}
