import type { Meter } from "@/server/leaderboards/schemas/public-meter-schema";
import { biasOfTeams } from "@/server/release/bias-of-teams";
import { climbChance } from "@/server/release/climb-chance";
import { climbLimit } from "@/server/release/climb-limit";
import { usualDifference } from "@/server/release/climb-table";
import { type MeasuredPolicy, measuredPolicies } from "@/server/release/measured-ceilings";

const points = (fraction: number) => (100 * fraction).toFixed(2);
const inHundred = (chance: number) => Math.round(100 * chance);

/** For a pool that keeps a default of earlier times: what today's would change. Nothing for any other pool. */
export function FormerDefault({ meter: { rules, images } }: { meter: Pick<Meter, "rules" | "images"> }) {
  const size = images >= 8000 ? 10_000 : 2000;
  const [today, ...earlier] = measuredPolicies.filter((measured) => measured.images === size);
  const kept = earlier.find(({ policy }) => isSame(policy, rules));
  if (!today || !kept) return null;
  const gain = 2 * Number(today.policy.eta);
  const reached = ({ policy, lifetime }: MeasuredPolicy, teams: number) =>
    points(biasOfTeams({ policy, images, lifetime, teams, beside: 0 })!);
  const chance = ({ policy }: MeasuredPolicy) =>
    climbChance({ policy, images, differ: usualDifference, gain });
  return (
    <p className="note">
      This pool keeps the policy that was the default when it began; a pool never changes it. Under
      today&rsquo;s, new images would have noise on step and gate: the strongest simulated attack by one team
      with everything spent would gain {reached(today, 1)} points instead of {reached(kept, 1)}, by ten{" "}
      {reached(today, 10)} instead of {reached(kept, 10)}. An honest gain of {100 * gain} points would climb{" "}
      {inHundred(chance(today))} times in 100 instead of {inHundred(chance(kept))}, and a team would have{" "}
      {climbLimit(today.policy)} climbs instead of {climbLimit(kept.policy)}.
    </p>
  );
}

function isSame(a: MeasuredPolicy["policy"], b: Meter["rules"]): boolean {
  if (b.kind !== "gated-ladder") return false;
  return (
    (["eta", "c", "climbs", "noise"] as const).every((field) => a[field] === b[field]) &&
    (a.noisyGate ?? false) === (b.noisyGate ?? false)
  );
}
