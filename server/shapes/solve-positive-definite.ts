import { addProducts } from "./add-products";

const block = 64;

/**
 * Solves `matrix * x = b` for each row b of `rightSides` (`[rows, size]`), in place, by Cholesky factorisation.
 * `matrix` is `[size, size]`, symmetric and positive definite; its lower triangle is read and overwritten by the factor.
 * `size` must be a multiple of 4. Throws a RangeError when the matrix is not positive definite.
 */
export function solvePositiveDefinite(matrix: Float64Array, size: number, rightSides: Float64Array): void {
  for (let first = 0; first < size; first += block) {
    const end = Math.min(first + block, size);
    subtractKnown(matrix, size, first, end);
    factorColumns(matrix, size, first, end);
  }
  for (let at = 0; at < rightSides.length; at += size)
    substitute(matrix, size, rightSides.subarray(at, at + size));
}

// What the columns before `first` contribute to the columns from `first` to `end`.
function subtractKnown(matrix: Float64Array, size: number, first: number, end: number): void {
  const width = end - first;
  const known = new Float64Array((size - first) * width);
  const from = matrix.subarray(first * size);
  const rows = [0, size - first] as const;
  addProducts({
    left: from,
    right: from,
    stride: size,
    depth: first,
    out: known,
    outStride: width,
    rows,
    columns: [0, width],
  });
  for (let i = first; i < size; i++) {
    for (let j = first; j < Math.min(end, i + 1); j++) {
      const at = i * size + j;
      matrix[at] = matrix[at]! - known[(i - first) * width + j - first]!;
    }
  }
}

function factorColumns(matrix: Float64Array, size: number, first: number, end: number): void {
  for (let i = first; i < size; i++) {
    for (let j = first; j < Math.min(end, i + 1); j++) {
      let rest = matrix[i * size + j]!;
      for (let k = first; k < j; k++) rest -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (i === j && !(rest > 0)) throw new RangeError("the matrix is not positive definite");
      matrix[i * size + j] = i === j ? Math.sqrt(rest) : rest / matrix[j * size + j]!;
    }
  }
}

function substitute(factor: Float64Array, size: number, b: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let rest = b[i]!;
    for (let k = 0; k < i; k++) rest -= factor[i * size + k]! * b[k]!;
    b[i] = rest / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = b[i]! / factor[i * size + i]!;
    b[i] = value;
    for (let k = 0; k < i; k++) b[k] = b[k]! - value * factor[i * size + k]!;
  }
}
