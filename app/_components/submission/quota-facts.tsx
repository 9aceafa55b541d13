import type { Quota } from "@/server/submissions/submission-schema";
import { counted } from "../numbers/count";
import { percent } from "../numbers/percent";
import { Time } from "../words/time";
import { ClimbChances } from "./climb-chances";

/** What a team has left on a benchmark, when its next submission is allowed, and what a climb takes. */
export function QuotaFacts({ quota }: { quota: Quota }) {
  const { perDay, usedToday, lifetime, used, nextAllowedAt, climbsLeft, rung, chances } = quota;
  const next = quota.refused?.until ?? nextAllowedAt;
  const leftForGood = lifetime === null ? null : Math.max(0, lifetime - used);
  return (
    <>
      <dl className="facts numbers">
        <div>
          <dt>Left in 24 hours</dt>
          <dd>
            {Math.max(0, perDay - usedToday)} of {perDay}
          </dd>
        </div>
        {leftForGood !== null && (
          <div>
            <dt>Left in total</dt>
            <dd>
              {leftForGood} of {lifetime}
            </dd>
          </div>
        )}
        <div>
          <dt>Climbs left</dt>
          <dd>
            {climbsLeft === null ? "no limit" : climbsLeft === 0 ? "none: the ladder is closed" : climbsLeft}
          </dd>
        </div>
        <div>
          <dt>Your rung</dt>
          <dd>{rung === null ? "none yet: a first score is released" : `${percent(rung)} %`}</dd>
        </div>
        {chances && (
          <div>
            <dt>Step</dt>
            <dd>{counted(100 * chances.step, "point")}</dd>
          </div>
        )}
        {chances && rung !== null && climbsLeft !== 0 && (
          <div>
            <dt>To climb</dt>
            <dd>you need about {percent(chances.even)} points more</dd>
          </div>
        )}
        <div>
          <dt>Next submission</dt>
          <dd>
            {leftForGood === 0 ? (
              `none: ${counted(used, "submission")} made`
            ) : next ? (
              <Time at={next} />
            ) : quota.refused ? (
              "not now"
            ) : (
              "now"
            )}
          </dd>
        </div>
      </dl>
      {rung !== null && (climbsLeft === 1 || climbsLeft === 2) && <FewClimbs left={climbsLeft} />}
      {chances && rung !== null && climbsLeft !== 0 && (
        <details className="more">
          <summary>What a gain is worth</summary>
          <ClimbChances
            table={chances}
            caption="Climbs in 100 submissions, by true gain and by the share of images on which your new model differs from the one on your rung"
          />
        </details>
      )}
    </>
  );
}

function FewClimbs({ left }: { left: 1 | 2 }) {
  return (
    <p className="note">
      {left === 2
        ? "Two climbs are left. Spend the next on a clear gain: after it there is one more, and then your ladder is closed."
        : "This is your last climb: once a score is released, your ladder is closed, and later models are held."}
    </p>
  );
}
