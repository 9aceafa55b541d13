import { type ScaleName, scales } from "@/server/statistics/scale";
import type { Domain } from "../../plot/axis-domain";
import type { Frame } from "../../plot/frame";

type Domains = { x: Domain; y: Domain };

/**
 * Widens one of two domains until a step of the scale is as long on either axis, so that a line of slope one rises at 45 degrees and
 * steepness can be compared between figures. Accuracies are fractions; a linear domain stays between 0 and 1 where it fits there.
 */
export function equalAspect({ x, y }: Domains, frame: Frame, scale: ScaleName): Domains {
  const { forward } = scales[scale];
  const [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
  const perPx = Math.max((forward(x[1]) - forward(x[0])) / width, (forward(y[1]) - forward(y[0])) / height);
  return { x: widened(x, perPx * width, scale), y: widened(y, perPx * height, scale) };
}

function widened([low, high]: Domain, length: number, scale: ScaleName): Domain {
  const { forward, back } = scales[scale];
  const centre = (forward(low) + forward(high)) / 2;
  if (scale !== "linear") return [back(centre - length / 2), back(centre + length / 2)];
  const inside = length < 1 ? Math.min(1 - length / 2, Math.max(length / 2, centre)) : centre;
  return [inside - length / 2, inside + length / 2];
}
