import Link from "next/link";
import type { Entry } from "@/server/leaderboards/schemas/entry-schema";
import { points, pointsInterval } from "../numbers/percent";

/** The source paper's three gaps: one bounded, two as a remainder. */
export function ThreeGaps({ gaps }: { gaps: NonNullable<Entry["gaps"]> }) {
  return (
    <>
      <dl className="facts numbers">
        <div>
          <dt>Change from original to new, as shown</dt>
          <dd>{points(gaps.total)} points</dd>
        </div>
        <div>
          <dt>Generalization gap: chance in which new images were drawn</dt>
          <dd>within {pointsInterval(gaps.generalization)}</dd>
        </div>
        <div>
          <dt>Adaptivity gap and distribution gap together</dt>
          <dd>within {pointsInterval(gaps.remainder)}</dd>
        </div>
      </dl>
      <p className="soft small">
        The generalization gap is bounded by the new score&rsquo;s interval. For a single model, no
        leaderboard can separate the other two: fitting to the original set through reuse, and a change in the
        images themselves. The line over all models says more: had reuse worn the original set out, its best
        models would have gained less on the new one.{" "}
        <Link href="/docs/statistics#verdict">The argument</Link>
      </p>
    </>
  );
}
