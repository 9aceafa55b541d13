import type { ShownDecision } from "@/server/audit/history/history-schema";
import { percent, withMinus } from "../numbers/percent";

/** A count with its accuracy in percent: "710 of 1,000, 71.0". */
export function ExactScore({ score }: { score: ShownDecision["exact"] }) {
  if (!score) return "–";
  return (
    <span title={`${score.correct} of ${score.total}`}>
      {percent(score.correct / score.total)} <span className="soft small">{score.correct}</span>
    </span>
  );
}

/** An image count with its sign, a dash where there is no baseline to compare with. */
export const images = (value: number | null): string => (value === null ? "–" : withMinus(String(value)));

/** A rung as an accuracy in percent, from its loss "23/100". */
export function rungPercent(loss: string | null): string {
  if (!loss) return "–";
  const [numerator = 0, denominator = 1] = loss.split("/").map(Number);
  return percent(Math.max(0, 1 - numerator / denominator));
}
