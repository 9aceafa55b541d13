import type { ReactNode } from "react";
import { shortBytes } from "@/server/problems/short-bytes";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { count, shortCount } from "../numbers/count";
import { shapeText } from "./shape-text";

type ModelSummary = NonNullable<NonNullable<SubmissionView["inspection"]>["model"]>;

/** What the file says about the model, as inspection read it. */
export function ModelFacts({ model }: { model: ModelSummary }) {
  const { parameters, operators, opsets, irVersion, producer, bytes, input, output } = model;
  const used = Object.entries(operators).toSorted(([, a], [, b]) => b - a);
  return (
    <dl className="facts">
      <Fact name="Parameters">
        {shortCount(parameters)} <span className="soft">({count(parameters)})</span>
      </Fact>
      <Fact name="Input">
        {input.type} {shapeText(input.shape)}
        {input.layout && `, ${input.layout}`}
      </Fact>
      <Fact name="Output">
        {output.type} {shapeText(output.shape)}
      </Fact>
      <Fact name="File">{shortBytes(bytes)}</Fact>
      <Fact name="Opset">
        {Object.entries(opsets)
          .map(([domain, version]) =>
            domain === "" || domain === "ai.onnx" ? version : `${domain} ${version}`,
          )
          .join(", ")}{" "}
        <span className="soft">(IR {irVersion})</span>
      </Fact>
      {producer && <Fact name="Exported by">{producer}</Fact>}
      <Fact name="Operators">
        {used.slice(0, 12).map(([name, times], i) => (
          <span key={name}>
            {i > 0 && ", "}
            {name}
            {times > 1 && <span className="soft"> ×{times}</span>}
          </span>
        ))}
        {used.length > 12 && <span className="soft"> and {used.length - 12} more kinds</span>}
      </Fact>
    </dl>
  );
}

/** The declared preprocessing, in timm's names. */
export function PreprocessingFacts({ preprocessing }: { preprocessing: SubmissionView["preprocessing"] }) {
  return (
    <dl className="facts">
      {Object.entries(preprocessing).map(([name, value]) => (
        <Fact key={name} name={name}>
          {value === null
            ? "read from the model"
            : Array.isArray(value)
              ? `[${value.join(", ")}]`
              : String(value)}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
