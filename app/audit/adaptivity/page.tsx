import { AdaptivityPlot } from "@/app/_components/audit/adaptivity-plot";
import { choosePool } from "@/app/_components/audit/choose-pool";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { FilterForm } from "@/app/_components/audit/filter-form";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { ListFoot } from "@/app/_components/audit/list-foot";
import { Moment } from "@/app/_components/audit/moment";
import { queryOf, type SearchParameters } from "@/app/_components/audit/query-of";
import { count, counted } from "@/app/_components/numbers/count";
import { points, pointsInterval } from "@/app/_components/numbers/percent";
import { ApiProvider } from "@/app/_components/trpc";
import { Time } from "@/app/_components/words/time";
import { api } from "@/server/api/caller";
import type { AdaptivityView } from "@/server/audit/meters/adaptivity-schema";
import { MeasureButton } from "./measure-button";

export default forMaintainers(AdaptivityPage);

async function AdaptivityPage({ searchParams }: { searchParams: SearchParameters }) {
  const query = queryOf(await searchParams, ["pool"]);
  const { audit } = await api();
  const split = (await audit.meters({})).filter(({ auditImages }) => auditImages > 0);
  const { names, chosen, name } = choosePool(split, query.pool);
  if (!chosen || !name) {
    return (
      <p className="note">
        No hidden test set has an audit part, so adaptivity cannot be measured. Sets of 10,000 images or more
        get one at import, smaller ones with <code>--audit-fraction</code>.
      </p>
    );
  }
  const measured = await audit.adaptivity({ pool: chosen.id });
  return (
    <ApiProvider>
      <FilterForm
        path="/audit/adaptivity"
        filters={[{ name: "pool", label: "Pool", value: name, kind: "choice", options: names }]}
      />
      {measured ? (
        <Measured measured={measured} />
      ) : (
        <p className="note">Adaptivity has not been measured yet.</p>
      )}
      <p>
        <MeasureButton pool={chosen.id} again={measured !== null} />
      </p>
      {measured && (
        <ListFoot path="/audit/adaptivity" query={{}} csv="adaptivity" asked={{ pool: chosen.id }} />
      )}
    </ApiProvider>
  );
}

function Measured({ measured }: { measured: AdaptivityView }) {
  const { result, measuredAt } = measured;
  const { images, references, overall, windows, resamples } = result;
  return (
    <>
      <p>
        Guarded minus audit accuracy of the entries: <strong>{points(overall.difference)}</strong> points{" "}
        {pointsInterval(overall)}
        {references > 0
          ? `, less the same difference of ${counted(references, "model")} that nobody submitted.`
          : ". No reference model was evaluated here, so this includes the luck of the split."}
      </p>
      <figure className="adaptivity">
        <div className="scroll">
          <AdaptivityPlot result={result} />
        </div>
        <figcaption className="soft small">
          Each point covers a run of decisions; bars are 95 % intervals from {count(resamples)} resamples of{" "}
          {count(images.guarded)} guarded and {count(images.audit)} audit images. Filled: above zero. Measured{" "}
          <Time at={measuredAt} />.
        </figcaption>
      </figure>
      <DataTable
        caption="Adaptivity over time"
        columns={columns}
        rows={windows}
        keyOf={({ from, to }) => `${from} ${to}`}
        empty=""
      />
    </>
  );
}

const columns: Column<AdaptivityView["result"]["windows"][number]>[] = [
  { name: "From (UTC)", cell: ({ from }) => <Moment at={from} /> },
  { name: "To (UTC)", cell: ({ to }) => <Moment at={to} /> },
  {
    name: "Decided, measured",
    kind: "number",
    cell: ({ submissions, sampled }) => `${count(submissions)}, ${sampled}`,
  },
  { name: "Difference, points", kind: "number", cell: ({ difference }) => points(difference) },
  { name: "95 % interval", kind: "number", cell: (window) => pointsInterval(window) },
];
