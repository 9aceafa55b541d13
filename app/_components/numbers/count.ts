/** A count with its thousands separated: "50,000". */
export const count = (value: number): string => value.toLocaleString("en");

/** A count and the thing counted: "1 entry", "3 entries". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** A large count in the usual short form: 25_557_032 is "25.6 M". */
export function shortCount(value: number): string {
  if (value < 1000) return String(value);
  const [divisor, unit] = value < 1e6 ? [1e3, "k"] : value < 1e9 ? [1e6, "M"] : [1e9, "B"];
  return `${Number((value / divisor).toPrecision(3))} ${unit}`;
}
