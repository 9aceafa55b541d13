import { count, counted } from "@/app/_components/numbers/count";
import { withMinus } from "@/app/_components/numbers/percent";
import { policyNames } from "./compared-policies";
import type { RunResult } from "./runs/run-results";

const tenths = (fraction: number) => withMinus((100 * fraction).toFixed(1));

/** What the curves show, in one sentence; while they grow, of what is known so far. "" before anything is. */
export function whatIsSeen(results: readonly RunResult[]): string {
  const known = results.flatMap(({ run, bias, repetitions }) => {
    const last = bias.at(-1);
    return last ? [{ key: run.key, attack: run.attack, last, repetitions }] : [];
  });
  const most = known.toSorted((a, b) => b.last.mean - a.last.mean)[0];
  if (!most) return "";
  const { submissions, teams } = most.attack;
  const spent = counted(submissions, "submission");
  const after = teams === 1 ? `After ${spent}` : `After ${spent} from each of ${count(teams)} teams`;
  const worst = `${policyNames[most.key].name.toLowerCase()} release`;
  const stands = `${after}, ${worst} stands ${tenths(most.last.mean)} points above the truth`;
  const guard = known.find(({ key }) => key === "gated");
  if (!guard || guard.key === most.key) return `${stands}.`;
  const error = guard.last.sd / Math.sqrt(Math.max(1, guard.repetitions));
  const unsure = Math.abs(guard.last.mean) < 2 * error;
  const guarded = `the default ${tenths(guard.last.mean)}`;
  return `${stands}, ${guarded}${unsure ? ", which chance alone explains" : ""}.`;
}
