import type { PoolMeter } from "@/server/audit/meters/meter-schema";

/** Pools by the name that a filter shows, and the chosen one: the first where none, or an unknown one, was named. */
export function choosePool(meters: readonly PoolMeter[], named: string | undefined) {
  const nameOf = (meter: PoolMeter) => `${meter.benchmark}: ${meter.pool}`;
  const chosen = meters.find((meter) => nameOf(meter) === named) ?? meters[0] ?? null;
  return { names: meters.map(nameOf), chosen, name: chosen && nameOf(chosen) };
}
