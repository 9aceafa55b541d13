const units: [name: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ["year", 365.25 * 86_400_000],
  ["month", 30.44 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];

const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How far off a moment is, in its largest whole unit: "3 minutes ago", "in 2 days"; ms, below 0 in the past. */
export function relativeTime(ms: number): string {
  const [unit, size] = units.find(([, size]) => Math.abs(ms) >= size) ?? ["second", 1000];
  return format.format(Math.trunc(ms / size), unit);
}
