import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { count, counted } from "../numbers/count";
import { percent } from "../numbers/percent";
import { equationText } from "./describe-line";

/** Who leads on the new test set, and how surely; null where nobody has a rank. */
export function leadText({ leaders, testSet }: Pick<FigureFacts, "leaders" | "testSet">): string | null {
  if (!leaders || !testSet) return null;
  const { models, accuracy, notToldApart, ranked } = leaders;
  const lead = `${listed(models.map(({ name }) => name))} ${models.length === 1 ? "leads" : "lead"} on ${testSet} with ${percent(accuracy)}\u00a0%`;
  if (models.length === ranked) return lead;
  return notToldApart === 0
    ? `${lead}, told apart from all others`
    : `${lead}, not told apart from ${counted(notToldApart, "other")}`;
}

/** The line, and who leaves it, in a sentence; null where there is no line. */
export function trendText({ fit, deviations }: Pick<FigureFacts, "fit" | "deviations">): string | null {
  const equation = equationText(fit);
  if (!equation) return null;
  const line = `Over ${counted(fit.models, "reference model")}, ${equation}`;
  if (deviations.length === 0) return `${line}; no model leaves this line.`;
  const sides = (["above", "below"] as const).flatMap((side) => {
    const names = deviations.filter(({ mark }) => mark === side).map(({ name }) => name);
    return names.length === 0 ? [] : [`${listed(names)} ${names.length === 1 ? "is" : "are"} ${side} it`];
  });
  return `${line}; ${sides.join(", ")}.`;
}

/** "a", "a and b", "a, b and c", "a, b and 7 others". */
function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join();
  if (names.length <= 3) return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${names.slice(0, 2).join(", ")} and ${count(names.length - 2)} others`;
}
