import { biasCsv } from "./bias-csv";
import { policyNames } from "./compared-policies";
import type { RunResult } from "./runs/run-results";
import { saveFile } from "./save-file";
import { shellCommand } from "./shell-command";

/** The numbers as a file, and the commands that reproduce them. */
export function RunExports({ results }: { results: readonly RunResult[] }) {
  const first = results.find(({ bias }) => bias.length > 0);
  if (!first) return null;
  const { kind, images, submissions } = first.run.attack;
  const name = `rung-${kind}-n${images}-k${submissions}.csv`;
  return (
    <div className="lab-exports">
      <button
        type="button"
        className="button quiet"
        onClick={() => saveFile(biasCsv(results), { name, type: "text/csv" })}
      >
        CSV
      </button>
      <details className="more">
        <summary>The same in a shell</summary>
        <dl className="lab-commands">
          {results.map(({ run }) => (
            <div key={run.key}>
              <dt>{policyNames[run.key].name}</dt>
              <dd>
                <code>{shellCommand(run)}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
