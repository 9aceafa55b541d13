import type { Interval } from "./clopper-pearson";
import { selectInPlace } from "./select-in-place";

const SAMPLE = 1024;

/** Where the tails of `values` end: the lowest come before `low`, the highest from `high` on. */
type Tails = { low: number; high: number };

/** Moves values at or below `under` to the front and values at or above `over` to the end. */
function partitionTails(values: Float64Array, under: number, over: number): Tails {
  let low = 0;
  let high = values.length;
  let at = 0;
  while (at < high) {
    const value = values[at]!;
    if (value <= under) {
      values[at++] = values[low]!;
      values[low++] = value;
    } else if (value >= over) {
      values[at] = values[--high]!;
      values[high] = value;
    } else at++;
  }
  return { low, high };
}

/** Separates both tails in one pass, at cuts from a sorted sample, placed five standard errors too wide. */
function splitTails(values: Float64Array, tail: number): Tails {
  const stride = Math.floor(values.length / SAMPLE);
  const sample = Float64Array.from({ length: SAMPLE }, (_, i) => values[i * stride]!).sort();
  const cut = Math.ceil(SAMPLE * tail + 5 * Math.sqrt(SAMPLE * tail * (1 - tail)));
  if (2 * cut >= SAMPLE) return { low: 0, high: values.length };
  return partitionTails(values, sample[cut]!, sample[SAMPLE - 1 - cut]!);
}

/**
 * The percentile interval of a sample: its type-7 quantiles (Hyndman and Fan 1996) at `(1 - level) / 2` from both ends, found by
 * selection instead of sorting.
 * @param values at least one; left reordered
 * @param level share of the sample between the two, between 0 and 1
 */
export function centralInterval(values: Float64Array, level: number): Interval {
  const last = values.length - 1;
  const tail = (1 - level) / 2;
  const whole = Math.floor(last * tail);
  const rest = last * tail - whole;
  const inner = Math.min(whole + 1, last);
  const mirror = last - inner;
  const tails = last < 4 * SAMPLE ? { low: 0, high: last + 1 } : splitTails(values, tail);

  selectInPlace(values, inner, 0, inner < tails.low ? tails.low - 1 : last);
  let below = values[0]!;
  for (let i = 1; i < inner; i++) below = Math.max(below, values[i]!);
  const lower = below + rest * (values[inner]! - below);

  selectInPlace(values, mirror, mirror >= tails.high ? tails.high : 0, last);
  let above = values[last]!;
  for (let i = mirror + 1; i < last; i++) above = Math.min(above, values[i]!);
  return { lower, upper: above + rest * (values[mirror]! - above) };
}
