/** A fraction in percent with one decimal, without the sign: 0.7219 is "72.2". */
export const percent = (fraction: number): string => withMinus((100 * fraction).toFixed(1));

/** A difference of two fractions in points with its sign: 0.054 is "+5.4". */
export function points(difference: number): string {
  const text = percent(difference);
  if (/^−?0\.0$/.test(text)) return "0.0";
  return difference > 0 ? `+${text}` : text;
}

/** An interval of fractions in percent: "[71.3, 73.1]". */
export const percentInterval = ({ lower, upper }: { lower: number; upper: number }): string =>
  `[${percent(lower)}, ${percent(upper)}]`;

/** An interval of differences in points: "[−0.4, +1.4]". */
export const pointsInterval = ({ lower, upper }: { lower: number; upper: number }): string =>
  `[${points(lower)}, ${points(upper)}]`;

/** A real minus sign, as wide as a plus. */
export const withMinus = (text: string): string => text.replace("-", "−");
