import type { Setting } from "./setting";

/** Far below what any model tells apart: people write 0.229 for 0.22900000000000001. */
const tolerance = 1e-6;

/** Whether two settings give a model the same numbers. */
export function sameSetting(one: Setting, other: Setting): boolean {
  return (
    one.layout === other.layout &&
    one.channel_order === other.channel_order &&
    near(one.mean, other.mean) &&
    near(one.std, other.std)
  );
}

const near = (some: readonly number[], others: readonly number[]) =>
  some.length === others.length && some.every((value, i) => Math.abs(value - others[i]!) <= tolerance);
