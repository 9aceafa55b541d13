import type { PlannedRun } from "./runs/plan-runs";

/** The command that computes the same numbers in a shell. */
export function shellCommand({ attack, repetitions, seed }: PlannedRun): string {
  const { kind, policy, images, classes, submissions, unsure, teams, signed } = attack;
  return [
    `npm run -s rung -- attack --kind ${kind} --policy '${JSON.stringify(policy)}' --images ${images}`,
    ...(classes === 2 ? [] : [`--classes ${classes}`]),
    `--submissions ${submissions} --unsure ${unsure} --teams ${teams}`,
    ...(signed ? ["--signed"] : []),
    `--repetitions ${repetitions} --seed ${seed}`,
  ].join(" ");
}
