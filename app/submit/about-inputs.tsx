import type { ReactNode } from "react";
import { trainings } from "@/server/evaluation/training";
import type { AboutFields } from "../_components/submission/declaration-of";
import { trainingWords } from "../_components/words/training-words";

/**
 * Name, expected accuracy with what it lets forecast, gain asked for and links of a submission. `dayIsSpent`: it would wait for its team
 * whatever it scores.
 */
export function AboutInputs({
  about,
  onChange,
  dayIsSpent,
  forecast,
}: {
  about: AboutFields;
  onChange: (about: AboutFields) => void;
  dayIsSpent: ReactNode;
  forecast: ReactNode;
}) {
  const bind = (name: keyof AboutFields) => ({
    name,
    value: about[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...about, [name]: target.value }),
  });
  return (
    <>
      <label className="field">
        <span>Name</span>
        <input {...bind("name")} required maxLength={80} />
        <small>as shown in the table</small>
      </label>
      {dayIsSpent && <p className="note">{dayIsSpent}</p>}
      <label className="field">
        <span>Expected original accuracy, in percent</span>
        <input {...bind("expected")} type="number" min={0} max={100} step="any" placeholder="optional" />
        <small>
          {dayIsSpent
            ? "for the forecast alone"
            : "it gives a forecast; and if the model has it, give or take 2 points, the hidden part is spent at once: otherwise you see its exact original score first and decide"}
        </small>
      </label>
      {forecast}
      <label className="field">
        <span>Gain asked for, in steps</span>
        <input {...bind("atLeast")} type="number" min={1} max={1000} step={1} required />
        <small>
          With 2 or more it climbs only for a gain of so many steps, which saves your climbs for larger gains;
          a first score ignores it.
        </small>
      </label>
      <label className="field">
        <span>Trained</span>
        <select {...bind("training")}>
          <option value="">not declared</option>
          {trainings.map((group) => (
            <option key={group} value={group}>
              {trainingWords[group].long}
            </option>
          ))}
        </select>
        <small>colours it in the view of effective robustness; no score depends on it</small>
      </label>
      <div className="row">
        <label className="field">
          <span>Paper</span>
          <input {...bind("paper")} type="url" placeholder="https://" />
        </label>
        <label className="field">
          <span>Code</span>
          <input {...bind("code")} type="url" placeholder="https://" />
        </label>
      </div>
    </>
  );
}
