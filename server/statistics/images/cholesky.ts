/**
 * The lower triangle L with `L L' = matrix` (Golub and Van Loan, Matrix Computations, section 4.2.3), packed by rows: row i has
 * i + 1 numbers. `jitter` is added to the diagonal first, for a matrix that is singular but for rounding.
 * @param matrix symmetric and positive semidefinite, `size * size` numbers
 */
export function cholesky(matrix: Float64Array, size: number, jitter: number): Float64Array {
  const triangle = new Float64Array((size * (size + 1)) / 2);
  for (let i = 0, row = 0; i < size; row += ++i) {
    for (let j = 0, column = 0; j <= i; column += ++j) {
      let rest = matrix[i * size + j]! + (i === j ? jitter : 0);
      for (let k = 0; k < j; k++) rest -= triangle[row + k]! * triangle[column + k]!;
      if (i === j) triangle[row + i] = Math.sqrt(Math.max(rest, jitter));
      else triangle[row + j] = rest / triangle[column + j]!;
    }
  }
  return triangle;
}
