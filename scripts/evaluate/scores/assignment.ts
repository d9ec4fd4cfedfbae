/**
 * Greatest total weight of a one-to-one assignment of the rows of a square matrix to its columns, in the cube of its size
 * (Kuhn 1955, with the potentials of Jonker and Volgenant 1987). 0 for an empty matrix.
 */
export function bestAssignment(weights: readonly (readonly number[])[]): number {
  const n = weights.length;
  const rowPotential = new Float64Array(n + 1), columnPotential = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1), cameFrom = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(n + 1).fill(Infinity), done = new Uint8Array(n + 1);
    while (rowOf[column] !== 0) {
      done[column] = 1;
      const current = rowOf[column]!;
      let step = Infinity, next = 0;
      for (let j = 1; j <= n; j++) {
        if (done[j]) continue;
        const cost = -weights[current - 1]![j - 1]! - rowPotential[current]! - columnPotential[j]!;
        if (cost < least[j]!) { least[j] = cost; cameFrom[j] = column; }
        if (least[j]! < step) { step = least[j]!; next = j; }
      }
      for (let j = 0; j <= n; j++) {
        if (done[j]) { rowPotential[rowOf[j]!]! += step; columnPotential[j]! -= step; } else least[j]! -= step;
      }
      column = next;
    }
    while (column !== 0) {
      const previous = cameFrom[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    }
  }
  let total = 0;
  for (let column = 1; column <= n; column++) total += weights[rowOf[column]! - 1]![column - 1]!;
  return total;
}
