import type { Quota } from "@/server/submissions/submission-schema";
import { counted } from "../numbers/count";
import { percent } from "../numbers/percent";
import { Time } from "../words/time";

/** What a team has left on a benchmark, and when its next submission is allowed. */
export function QuotaFacts({ quota }: { quota: Quota }) {
  const { perDay, usedToday, lifetime, used, nextAllowedAt, climbsLeft, rung } = quota;
  const leftForGood = lifetime === null ? null : Math.max(0, lifetime - used);
  return (
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
      <div>
        <dt>Next submission</dt>
        <dd>
          {leftForGood === 0 ? (
            `none: ${counted(used, "submission")} made`
          ) : nextAllowedAt ? (
            <Time at={nextAllowedAt} />
          ) : (
            "now"
          )}
        </dd>
      </div>
    </dl>
  );
}
