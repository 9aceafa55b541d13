import { counted } from "@/app/_components/numbers/count";
import { isEnded, type RunResult, shareDone } from "./runs/run-results";
import type { RunPhase } from "./runs/use-attack-runs";

/** How far the comparison is: a bar that moves, and words that a screen reader hears only when a policy is done. */
export function RunStatus({ phase, results }: { phase: RunPhase; results: readonly RunResult[] }) {
  return (
    <div className="lab-status">
      {phase === "running" && <progress max={1} value={shareDone(results)} aria-label="Progress" />}
      <output className="soft small">{wordsFor(phase, results)}</output>
    </div>
  );
}

function wordsFor(phase: RunPhase, results: readonly RunResult[]): string {
  const ended = results.filter(isEnded).length;
  const all = counted(results.length, "policy", "policies");
  switch (phase) {
    case "idle":
      return "Nothing leaves this page: the attack runs in your browser, on labels drawn at random.";
    case "running":
      return `Running: ${ended} of ${all} done.`;
    case "stopped":
      return `Stopped: ${ended} of ${all} done. The curves stand as they were.`;
    case "done":
      return `Done: ${all}.`;
    case "trouble":
      return "The attack could not be run: this browser did not start the program that runs it. Reload the page, or run the same with rung attack.";
  }
}
