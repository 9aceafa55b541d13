import { type MeasuredModel, type Prediction, samplingVariance } from "../deviation";
import type { Predictions } from "../predictions";
import type { Scale } from "../scale";
import { studentTQuantile } from "../student-t-quantile";
import { type FamilyLine, familyLine } from "./family-line";
import { familySums } from "./family-sums";

type Noise = Pick<Prediction, "newNoise" | "originalNoise">;

const add = (a: Noise, b: Noise, sign = 1): Noise => ({
  newNoise: a.newNoise + sign * b.newNoise,
  originalNoise: a.originalNoise + sign * b.originalNoise,
});

/**
 * As `predictions`, where models come in families: a fitted model is predicted by the line through the other families, and the
 * degrees of freedom are fewer, the more of their scatter a family's models share.
 * @param members the places of each family's models
 */
export function familyPredictions(
  models: readonly MeasuredModel[],
  members: readonly (readonly number[])[],
  scale: Scale,
  level: number,
): Predictions {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
  const x = models.map((model) => scale.forward(model.original.accuracy));
  const y = models.map((model) => scale.forward(model.new.accuracy));
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const families = familySums(
    x.map((value) => value - meanX),
    y.map((value) => value - meanY),
    members,
  );
  const noise = models.map((model) => ({
    newNoise: samplingVariance(model.new, scale),
    originalNoise: samplingVariance(model.original, scale),
  }));
  const none = { newNoise: 0, originalNoise: 0 };
  const noises = members.map((places) => places.reduce((sum, place) => add(sum, noise[place]!), none));
  const all = noises.reduce((sum, one) => add(sum, one), none);
  const criticalT = new Map<number, number>();

  const predict = (
    line: FamilyLine | null,
    { newNoise, originalNoise }: Noise,
    place: number,
  ): Prediction | null => {
    if (!line) return null;
    const degreesOfFreedom = Math.floor(line.degreesOfFreedom + 1e-9);
    const critical = criticalT.get(degreesOfFreedom) ?? studentTQuantile(level, degreesOfFreedom);
    criticalT.set(degreesOfFreedom, critical);
    return {
      line: meanY + line.at(place - meanX),
      slope: line.slope,
      variance: line.varianceAt(place - meanX),
      degreesOfFreedom,
      criticalT: critical,
      newNoise: newNoise / line.models,
      originalNoise: originalNoise / line.models,
    };
  };

  const whole = familyLine(families);
  const lines = members.map((_, family) => familyLine(families, family));
  const familyOf = new Map(members.flatMap((places, family) => places.map((place) => [place, family])));
  return {
    ofNew: (model: Pick<MeasuredModel, "original">) =>
      predict(whole, all, scale.forward(model.original.accuracy)),
    leftOut(index: number) {
      const family = familyOf.get(index)!;
      return predict(lines[family]!, add(all, noises[family]!, -1), x[index]!);
    },
  };
}
