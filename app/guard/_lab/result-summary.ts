import { count, counted } from "@/app/_components/numbers/count";
import { withMinus } from "@/app/_components/numbers/percent";
import { policyNames } from "./compared-policies";
import type { RunResult } from "./runs/run-results";

const tenths = (fraction: number) => withMinus((100 * fraction).toFixed(1));

/** What the curves show so far, in one sentence; "" before they show anything. */
export function resultSummary(results: readonly RunResult[]): string {
  const known = results.flatMap(({ run, bias, repetitions }) => {
    const last = bias.at(-1);
    return last ? [{ key: run.key, attack: run.attack, last, repetitions }] : [];
  });
  const most = known.toSorted((a, b) => b.last.mean - a.last.mean)[0];
  if (!most) return "";
  const { submissions, teams } = most.attack;
  const spent = counted(submissions, "submission");
  const after = teams === 1 ? `After ${spent}` : `After ${spent} by each of ${count(teams)} teams`;
  const worst = `“${policyNames[most.key].name}”`;
  const finding = `${after}, the score under ${worst} is ${tenths(most.last.mean)} points above the truth`;
  const guard = known.find(({ key }) => key === "gated");
  if (!guard || guard.key === most.key) return `${finding}.`;
  const error = guard.last.sd / Math.sqrt(Math.max(1, guard.repetitions));
  const unsure = Math.abs(guard.last.mean) < 2 * error;
  const guarded = `under the default ${tenths(guard.last.mean)}`;
  return `${finding}, ${guarded}${unsure ? ", which chance alone could explain" : ""}.`;
}
