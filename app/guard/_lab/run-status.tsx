import { counted } from "@/app/_components/numbers/count";
import { isDone, type RunResult, shareDone } from "./runs/run-results";
import type { RunPhase } from "./runs/use-attack-runs";

/** The progress of a comparison: a bar, and words that change, and are read out, only when a policy is done. */
export function RunStatus({ phase, results }: { phase: RunPhase; results: readonly RunResult[] }) {
  return (
    <div className="lab-status">
      {phase === "running" && <progress max={1} value={shareDone(results)} aria-label="Progress" />}
      <output className="soft small">{wordsFor(phase, results)}</output>
    </div>
  );
}

function wordsFor(phase: RunPhase, results: readonly RunResult[]): string {
  const ended = results.filter(isDone).length;
  const all = counted(results.length, "policy", "policies");
  switch (phase) {
    case "idle":
      return "Nothing leaves this page: the attack runs in your browser, on randomly drawn labels.";
    case "running":
      return `Running: ${ended} of ${all} done.`;
    case "stopped":
      return `Stopped: ${ended} of ${all} done. The curves show what was computed.`;
    case "done":
      return `Done: ${all}.`;
    case "failed":
      return "The attack could not be run: the browser did not start its worker. Reload the page, or use rung attack in a shell.";
  }
}
