/** Operators that look across the whole batch: quantisation by its range. */
const acrossTheBatch = ["DynamicQuantizeLinear", "DynamicQuantizeLSTM", "DynamicQuantizeMatMul"];

/** Whether a graph has an operator that makes an answer depend on the other images of its run. */
export function looksAcrossBatch(operators: Record<string, number>): boolean {
  return acrossTheBatch.some((name) => (operators[name] ?? 0) > 0);
}
