import Link from "next/link";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { api } from "@/server/api/caller";
import type { PoolMeter } from "@/server/audit/meters/meter-schema";
import { meteredUnsure } from "@/server/release/measured-ceilings";
import { ListFoot } from "../_components/audit/list-foot";
import { ceilingText, simulatedText, teamBiasText } from "../_components/numbers/bias-text";
import { count, counted } from "../_components/numbers/count";
import { describePolicy } from "../_components/words/describe-policy";
import { Time } from "../_components/words/time";

export default forMaintainers(MetersPage);

async function MetersPage() {
  const { audit } = await api();
  const meters = await audit.meters({});
  return (
    <>
      <p className="lede">
        What each pool of hidden images has given away. These pages show exact scores: they are for
        maintainers only and must not be passed on.
      </p>
      {meters.length === 0 && <p className="note">There is no hidden test set yet.</p>}
      <div className="cards">
        {meters.map((meter) => (
          <PoolCard key={meter.id} meter={meter} />
        ))}
      </div>
      <p className="footnotes">
        The ceiling, √(bits · ln 2 / (2 · images)), is a theorem and holds against any attacker; the bits are
        an upper bound. The strongest simulated attack is a measurement, not a bound: what the best attack we
        know gains at these counts, if all submissions come from one attacker who is torn between two classes
        on {100 * meteredUnsure} % of the images. <Link href="/guard">/guard</Link> simulates it.
      </p>
      <ListFoot path="/audit" query={{}} csv="meters" />
    </>
  );
}

function PoolCard({ meter }: { meter: PoolMeter }) {
  const facts: [string, React.ReactNode][] = [
    ["First releases", <Spent key="first" of={meter.firstReleaseBudget} spent={meter.firstReleases} />],
    ["First releases of teams nobody vouches for", count(meter.unvouched)],
    ["Bias that these could reach", teamBiasText(meter)],
    [
      "Waiting for approval",
      <Link key="waiting" href={`/audit/history?benchmark=${meter.benchmark}&state=awaiting-approval`}>
        {meter.waiting}
      </Link>,
    ],
    ["Submissions decided", count(meter.decided)],
    ["Climbs", count(meter.climbs)],
    ["Results later than the first window", meter.late],
    ["Given away at most", `${meter.bits.toFixed(1)} bits`],
    ["Bias that no attack exceeds (theorem)", ceilingText(meter)],
    ["Bias of the strongest simulated attack", simulatedText(meter)],
    ["Quota of a team", `${meter.perDay} in 24 hours, ${meter.lifetime} in total`],
    ["Quota refusals in 7 days", count(meter.refusals)],
  ];
  return (
    <section className="card" aria-label={`Pool ${meter.pool} of ${meter.benchmark}`}>
      <h2>
        <Link href={`/benchmarks/${meter.benchmark}`}>{meter.benchmark}</Link>
      </h2>
      <p className="soft small">
        Pool {meter.pool}: {counted(meter.images, "guarded image")},{" "}
        {counted(meter.auditImages, "audit image")}. Policy: {describePolicy(meter.policy)}.
        {meter.retiredAt && (
          <>
            {" "}
            Retired <Time at={meter.retiredAt} />.
          </>
        )}
      </p>
      <dl className="facts numbers">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Spent({ spent, of }: { spent: number; of: number }) {
  return (
    <>
      <meter min={0} max={of} value={spent} aria-label="First releases spent" /> {spent} of {of}
    </>
  );
}
