/**
 * Solves `A·x = b` by Cholesky's decomposition.
 *
 * @param matrix - A, symmetric and positive definite
 * @param right - b
 * @source Golub and Van Loan 2013, Matrix Computations, 4th ed., section 4.2
 */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lower: number[][] = [];
  const dot = (row: readonly number[], other: readonly number[], count: number) =>
    row.slice(0, count).reduce((sum, value, index) => sum + value * (other[index] as number), 0);
  matrix.forEach((row, i) => {
    lower.push([]);
    const here = lower[i] as number[];
    for (let j = 0; j <= i; j += 1) {
      const rest = (row[j] as number) - dot(here, lower[j] as number[], j);
      here.push(i === j ? Math.sqrt(rest) : rest / ((lower[j] as number[])[j] as number));
    }
  });
  const forward: number[] = [];
  lower.forEach((row, i) => forward.push(((right[i] as number) - dot(row, forward, i)) / (row[i] as number)));
  const solution = forward.slice();
  for (let i = solution.length - 1; i >= 0; i -= 1) {
    const below = lower
      .slice(i + 1)
      .reduce((sum, row, offset) => sum + (row[i] as number) * (solution[i + 1 + offset] as number), 0);
    solution[i] = ((forward[i] as number) - below) / ((lower[i] as number[])[i] as number);
  }
  return solution;
}
