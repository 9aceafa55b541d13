/**
 * Reorders `values[left..right]` so that `values[k]` is what sorting would put there, nothing larger before it and nothing
 * smaller after it. Floyd and Rivest's SELECT (CACM 18, 1975, algorithm 489): about n + min(k, n - k) comparisons.
 */
export function selectInPlace(
  values: Float64Array,
  k: number,
  left = 0,
  right: number = values.length - 1,
): void {
  while (right > left) {
    if (right - left > 600) narrow(values, k, left, right);
    const pivot = values[k]!;
    let i = left;
    let j = right;
    swap(values, left, k);
    if (values[right]! > pivot) swap(values, left, right);
    while (i < j) {
      swap(values, i++, j--);
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
    }
    if (values[left] === pivot) swap(values, left, j);
    else swap(values, ++j, right);
    if (j <= k) left = j + 1;
    if (k <= j) right = j - 1;
  }
}

/** Selects within a sample around k first, so that the pivot lies close to the answer. */
function narrow(values: Float64Array, k: number, left: number, right: number): void {
  const n = right - left + 1;
  const rank = k - left + 1;
  const z = Math.log(n);
  const sample = 0.5 * Math.exp((2 * z) / 3);
  const spread = 0.5 * Math.sqrt((z * sample * (n - sample)) / n) * (rank < n / 2 ? -1 : 1);
  const from = Math.max(left, Math.floor(k - (rank * sample) / n + spread));
  const to = Math.min(right, Math.floor(k + ((n - rank) * sample) / n + spread));
  selectInPlace(values, k, from, to);
}

function swap(values: Float64Array, i: number, j: number): void {
  const swapped = values[i]!;
  values[i] = values[j]!;
  values[j] = swapped;
}
