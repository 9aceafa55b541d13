import type { Metric } from "../evaluation/metric";
import { clopperPearson, type Interval } from "../statistics/clopper-pearson";
import type { PaperModel } from "./models";

/** An accuracy and its 95 % interval, fractions; `isPrinted` where both are only known as printed. */
export interface Measured {
  accuracy: number;
  interval: () => Interval;
  total: number;
  isPrinted: boolean;
}

/**
 * A model's accuracy on one of the paper's test sets, with its exact interval where the count is known.
 * @throws RangeError if it has no result there
 */
export function measured({ name, results }: PaperModel, testSet: string, metric: Metric = "top1"): Measured {
  const result = results.find((one) => one.testSet === testSet && one.metric === metric);
  if (!result) throw new RangeError(`${name} has no ${metric} on ${testSet}`);
  const { total } = result;
  if (!("correct" in result)) {
    const { accuracy, lower, upper } = result;
    return { accuracy, interval: () => ({ lower, upper }), total, isPrinted: true };
  }
  const { correct } = result;
  return {
    accuracy: correct / total,
    interval: () => clopperPearson({ correct, total }),
    total,
    isPrinted: false,
  };
}
