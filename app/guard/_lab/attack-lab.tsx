"use client";

import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { BiasTable } from "./bias-table";
import { AttackFields } from "./fields/attack-fields";
import { fieldsFromQuery, queryFromFields } from "./fields/fields-query";
import type { LabFields } from "./fields/lab-fields";
import { parseFields } from "./fields/parse-fields";
import { PolicyFields } from "./fields/policy-fields";
import { PresetButtons } from "./fields/preset-buttons";
import { BiasFigure } from "./figure/bias-figure";
import { resultSummary } from "./result-summary";
import { RunExports } from "./run-exports";
import { RunStatus } from "./run-status";
import { planRuns } from "./runs/plan-runs";
import { durationText, runDuration } from "./runs/run-duration";
import { useAttackRuns } from "./runs/use-attack-runs";

/** The attack lab: runs the known attacks against policies in the visitor's browser and draws their curves as they grow. */
export function AttackLab() {
  const query = useSearchParams();
  const [fields, setFields] = useState(() => fieldsFromQuery(query));
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const [ranWith, setRanWith] = useState<LabFields | null>(null);
  const { results, phase, start, stop } = useAttackRuns();
  const { settings, problems } = parseFields(fields);
  const isRunning = phase === "running";
  const summary = resultSummary(results);
  const drawnSubmissions = results[0]?.run.attack.submissions ?? settings?.attack.submissions ?? 100;
  const change = (next: LabFields) => {
    setFields(next);
    writeAddress(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) return stop();
    if (!settings) return undefined;
    setRanWith(fields);
    return start(planRuns(settings));
  };
  const given = {
    fields,
    problems: problems ?? {},
    onChange: (part: Partial<LabFields>) => change({ ...fields, ...part }),
  };

  return (
    <div className="lab">
      <PresetButtons fields={fields} onChoose={change} />
      <form onSubmit={submit} noValidate>
        <AttackFields {...given} />
        <PolicyFields {...given} settings={settings} />
        <p className="lab-run">
          <button type="submit" className="button primary" disabled={!isRunning && !settings}>
            {isRunning ? "Stop" : "Run the attack"}
          </button>
          <span className="soft small">{settings && durationText(runDuration(settings))}</span>
        </p>
      </form>
      <RunStatus phase={phase} results={results} />
      <figure className="lab-figure">
        <BiasFigure
          results={results}
          submissions={drawnSubmissions}
          summary={summary}
          highlighted={highlighted}
        />
        <figcaption>
          {summary || "The curves will grow here."}
          {ranWith && queryFromFields(ranWith) !== queryFromFields(fields) && (
            <span className="soft"> The form has changed since this run.</span>
          )}
        </figcaption>
      </figure>
      <BiasTable results={results} onHighlight={setHighlighted} />
      <RunExports results={results} />
    </div>
  );
}

function writeAddress(fields: LabFields) {
  window.history.replaceState(null, "", `${window.location.pathname}${queryFromFields(fields)}#lab`);
}
