/**
 * Images a run where the model leaves it open: enough to fill the processor's units, few enough to stay in its cache.
 * @param area pixels of an image
 */
export function batchFor(device: string, area: number): number {
  const most = device === "cpu" ? 16 : 64;
  return Math.max(device === "cpu" ? 4 : 16, Math.min(most, Math.floor((most * 2 ** 14) / area)));
}
