import type { SubmissionView } from "@/server/submissions/submission-schema";
import { ModelFacts } from "../entry/model-facts";

/** What inspection says about a file: refusals in words first, then what the model is. */
export function InspectionReport({
  inspection,
  benchmark,
}: {
  inspection: NonNullable<SubmissionView["inspection"]>;
  benchmark: string;
}) {
  const { accepted, refusals, warnings, model } = inspection;
  return (
    <div aria-live="polite">
      {accepted ? (
        <p className="note good">The model will be accepted.</p>
      ) : (
        <div className="note trouble">
          <p>
            <strong>This file cannot be accepted as it is.</strong> Nothing was spent.
          </p>
          {refusals.map(({ code, sentence, where, hint }) => (
            <p key={`${code} ${where}`}>
              {sentence} {where && <span className="soft">At {where}.</span>}
              <br />
              <span className="soft">{hint}</span>{" "}
              {code === "wrong_classes" && (
                <a href={`/benchmarks/${benchmark}/classes`}>The benchmark’s class list</a>
              )}
            </p>
          ))}
        </div>
      )}
      {warnings.map((warning) => (
        <p key={warning} className="soft">
          {warning}
        </p>
      ))}
      {model && <ModelFacts model={model} />}
    </div>
  );
}
