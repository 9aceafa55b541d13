import { placeOf } from "@/server/problems/explain-problems";
import type { Foresight } from "@/server/submissions/submission-schema";
import { ModelFacts } from "../entry/model-facts";
import { Trouble } from "../words/trouble";

/** What submitting a file would do: all that is wrong in words first, then what was assumed, then what the model is. */
export function InspectionReport({ foresight, benchmark }: { foresight: Foresight; benchmark: string }) {
  const { problems, notes, refused, already, inspection } = foresight;
  const countsClasses = inspection.refusals.some(({ code }) => code === "wrong_classes");
  return (
    <div aria-live="polite">
      {problems.length > 0 && (
        <div className="note trouble">
          <p>
            <strong>This submission cannot be accepted as it is.</strong> Nothing was spent.
          </p>
          {problems.map((problem) => (
            <p key={`${problem.where} ${problem.sentence}`}>
              {problem.sentence} <span className="soft">{capital(placeOf(problem))}</span>
              <br />
              <span className="soft">{problem.hint}</span>
            </p>
          ))}
          {countsClasses && (
            <p>
              <a href={`/benchmarks/${benchmark}/classes`}>The benchmark’s class list</a>
            </p>
          )}
        </div>
      )}
      {refused && <Trouble words={refused} />}
      {foresight.accepted && (
        <p className="note good">
          {already
            ? "You have submitted this model before: its answer of then will be shown, and nothing is spent."
            : "The model will be accepted."}
        </p>
      )}
      {inspection.warnings.map((warning) => (
        <p key={warning} className="note">
          {warning}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
      {inspection.model && <ModelFacts model={inspection.model} />}
    </div>
  );
}

const capital = (place: string) => (place ? `${place[0]!.toUpperCase()}${place.slice(1)}.` : "");
