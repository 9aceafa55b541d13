/** An accuracy (fraction) on an axis, in percent, with as many decimals as it needs. */
export const tickLabel = (fraction: number): string => String(Number((100 * fraction).toPrecision(6)));
