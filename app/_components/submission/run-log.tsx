import { shortBytes } from "@/server/problems/short-bytes";
import { count } from "../numbers/count";
import type { ShownSubmission } from "./shown-submission";

/** How a submission ran on original images: what to look at first, the numbers in a fold. */
export function RunLog({ log }: { log: NonNullable<ShownSubmission["log"]> }) {
  const { warnings, runtime, firstFailure, check } = log;
  const facts: [string, string][] = [
    ...fact("Load time", log.loadSeconds, (seconds) => `${seconds.toFixed(2)} s`),
    ...fact("Images per second", log.imagesPerSecond, (speed) => count(Math.round(speed))),
    ...fact("Peak memory", log.peakMemoryBytes, shortBytes),
    ...fact(
      "Several best scores",
      log.images > 0 ? log.tied : null,
      (tied) => `${count(tied)} of ${count(log.images)}`,
    ),
    ...fact("First failing image", firstFailure, ({ image }) => count(image)),
    ...fact("Preprocessing check", check, checkText),
    ...fact("Device", log.device, String),
  ];
  if (facts.length + warnings.length + runtime.length === 0) return null;
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} className="small">
          <strong>Warning.</strong> {warning}
        </p>
      ))}
      <details className="small">
        <summary>How it ran on original images</summary>
        <p className="soft">
          For your team alone. Of original images only; times are the model&rsquo;s own processor time, and
          depend on the machine.
        </p>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {runtime.length > 0 && (
          <>
            <p>The runtime&rsquo;s warnings:</p>
            <ul>
              {runtime.map(({ text, times }) => (
                <li key={text}>
                  {text} {times > 1 && <span className="soft">×{times}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </>
  );
}

function fact<Value>(
  name: string,
  value: Value | null,
  textOf: (value: Value) => string,
): [string, string][] {
  return value === null ? [] : [[name, textOf(value)]];
}

function checkText({
  images,
  correct,
  others,
  possible,
}: NonNullable<NonNullable<ShownSubmission["log"]>["check"]>): string {
  const right = `${correct} of ${images} right as declared`;
  if (!possible) return `${right}; too few images to call any difference clear`;
  return others === 0
    ? `${right}; no other setting could be clearly better`
    : `${right}; ${others} others tried`;
}
