import { useRef } from "react";
import { SvgDrawing } from "@/app/_components/plot/svg-drawing";
import { useWidth } from "@/app/_components/plot/use-width";
import { policyKeys, policyNames } from "../compared-policies";
import type { RunResult } from "../runs/run-results";
import { biasFrame } from "./bias-frame";
import { drawBias } from "./draw-bias";
import "./bias-figure.css";

const widthUnknown = 690;
const wideEnough = 560;

/** The curves so far; before a run, the axes that they will grow in. */
export function BiasFigure({
  results,
  submissions,
  summary,
  highlighted,
}: {
  results: readonly RunResult[];
  submissions: number;
  summary: string;
  highlighted: string | null;
}) {
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage) ?? widthUnknown;
  const nameOf = (key: (typeof policyKeys)[number]) =>
    width >= wideEnough ? policyNames[key].name : policyNames[key].short;
  const curves = results.map(({ run, bias }) => ({ key: run.key, name: nameOf(run.key), bias }));
  const named = curves.length > 0 ? curves.map(({ name }) => name) : policyKeys.map(nameOf);
  return (
    <div ref={stage} className="lab-stage">
      <SvgDrawing
        drawing={drawBias(curves, {
          frame: biasFrame(width, named),
          submissions,
          summary: summary || "Bias against submissions. No attack has been run yet.",
          highlighted,
        })}
      />
    </div>
  );
}
