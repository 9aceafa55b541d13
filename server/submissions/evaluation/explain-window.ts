import type { Explanation } from "../../../db/schema/submissions";
import type { HiddenAllowance } from "../../evaluation/hidden-allowance";

/** Why a model is too slow for a benchmark's hidden images, by its time on original ones; null where it is not. Times in ms. */
export function explainWindow(
  { windowMs, totalMs }: Pick<HiddenAllowance, "windowMs" | "totalMs">,
  maxWindowMs: number,
): Explanation | null {
  if (windowMs <= maxWindowMs) return null;
  return {
    code: "model_failed_time",
    message: `The model is too slow: the hidden images could take ${inWords(totalMs)} of processor time, and a result would appear only after ${inWords(windowMs)}; the longest window here is ${inWords(maxWindowMs)}.`,
    hint: "Export a smaller model.",
  };
}

function inWords(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 90 ? `${Math.ceil(minutes)} minutes` : `${Math.round(minutes / 6) / 10} hours`;
}
