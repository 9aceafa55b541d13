import Link from "next/link";
import { api } from "@/server/api/caller";
import type { Meter } from "@/server/leaderboards/schemas/public-meter-schema";
import { climbTable } from "@/server/release/climb-table";
import { meteredUnsure } from "@/server/release/measured-ceilings";
import { ceilingText, simulatedText, teamBiasText } from "../_components/numbers/bias-text";
import { count } from "../_components/numbers/count";
import { percent } from "../_components/numbers/percent";
import { ClimbChances } from "../_components/submission/climb-chances";
import { policyNames } from "../_components/words/policy-names";
import { FormerDefault } from "./former-default";

/** The live meters: what each pool of hidden images has given away so far. */
export async function Meters() {
  const { leaderboards } = await api();
  const rows = (await leaderboards.meters()).flatMap(({ slug, name, meters }) =>
    meters.map((meter) => ({ slug, name, meter })),
  );
  return (
    <>
      <h2 id="meters">What has been given away</h2>
      <p>
        Every answer tells something about the hidden images. The bits are an upper bound, counted from which
        submissions climbed, how many values each released number could have had, which results came late, and
        what the interval of the line tells where it rests on references&rsquo; answers to these images. Two
        numbers of different kinds follow from them.
      </p>
      <ul>
        <li>
          <strong>The ceiling is a theorem</strong> (Russo and Zou; Xu and Raginsky) and holds against any
          attacker: the expected difference between a score and the truth is at most √(bits · ln 2 / (2 ·
          images)).
        </li>
        <li>
          <strong>The strongest simulated attack is a measurement</strong>, not a bound: what the best attack
          we know gains at these counts, if all submissions come from one attacker who is torn between two
          classes on {100 * meteredUnsure} % of the images. A better attack may gain more, up to the ceiling.
        </li>
      </ul>
      {rows.length === 0 && <p className="note">There is no hidden test set yet.</p>}
      {rows.map(({ slug, name, meter }) => (
        <section key={`${slug} ${meter.pool}`} aria-label={`Meter of ${name}`}>
          <h3>
            <Link href={`/benchmarks/${slug}`}>{name}</Link>{" "}
            <span className="soft">
              {count(meter.images)} hidden images, {policyNames[meter.policy]}
            </span>
          </h3>
          <MeterFacts meter={meter} />
          <FormerDefault meter={meter} />
          <MeterChances meter={meter} />
        </section>
      ))}
    </>
  );
}

function MeterFacts({ meter }: { meter: Meter }) {
  const { scored, climbs, firstReleases, firstReleaseBudget, bits } = meter;
  return (
    <dl className="facts numbers">
      <div>
        <dt>First scores</dt>
        <dd>
          <meter min={0} max={firstReleaseBudget} value={firstReleases} aria-label="First scores used" />{" "}
          {firstReleases} of {firstReleaseBudget}
        </dd>
      </div>
      <div>
        <dt>Of these, of teams nobody vouches for</dt>
        <dd>
          {meter.unvouched}, {teamBiasText(meter)}
        </dd>
      </div>
      <div>
        <dt>Submissions decided, climbed</dt>
        <dd>
          {scored}, {climbs}
        </dd>
      </div>
      <div>
        <dt>Results later than the first window</dt>
        <dd>{meter.late}</dd>
      </div>
      <div>
        <dt>Given away at most</dt>
        <dd>{bits.toFixed(1)} bits</dd>
      </div>
      <div>
        <dt>Bias that no attack exceeds (theorem)</dt>
        <dd>{ceilingText(meter)}</dd>
      </div>
      <div>
        <dt>Bias of the strongest simulated attack</dt>
        <dd>{simulatedText(meter)}</dd>
      </div>
    </dl>
  );
}

function MeterChances({ meter: { rules, images } }: { meter: Meter }) {
  const table = images > 0 ? climbTable(rules, images) : null;
  if (!table) return null;
  return (
    <ClimbChances
      table={table}
      caption={`Climbs in 100 submissions here, by true gain and by the share of images on which the two models differ; where that is 16 %, about ${percent(table.even)} points more make a climb as likely as not`}
    />
  );
}
