/** How the cost of a function grows with its input. */

/** Milliseconds that a measured batch takes at the least: below, the clock and the scheduler say more than the work does. */
const BATCH = 20;
const ROUNDS = 16;
/** Inputs that are made anew: where one comes to lie in memory may slow all batches over it. */
const INPUTS = 3;
const DOUBLINGS = 2;

/**
 * How many times as long twice the input takes: 2 where time grows with the input, 4 where it grows with its square. Told from `size` and
 * four times as much, since a single doubling may just be what leaves a cache of the processor. A batch of the small input has four
 * times as many runs as one of the large: both then make the same garbage. The best of several batches counts, in turn, so that a spell in
 * which the machine is slow touches both. Ends as soon as the figure is below `enough`: work that grows too fast never gets there.
 * @param make gives, for a size, the work that is measured; what `make` itself does is not
 * @param floor milliseconds that count as the least time of the small input
 */
export function growth(make: (size: number) => () => unknown, size: number, enough: number, floor = 1): number {
  let figure = Infinity;
  for (let input = 0; input < INPUTS && figure >= enough; input++) figure = Math.min(figure, growthOver(make, size, enough, floor));
  return figure;
}

function growthOver(make: (size: number) => () => unknown, size: number, enough: number, floor: number): number {
  const factor = 2 ** DOUBLINGS;
  const small = make(size), large = make(size * factor);
  milliseconds(small, 1);
  const times = Math.max(1, Math.ceil(BATCH / Math.max(0.01, milliseconds(large, 1))));
  let least = Infinity, most = Infinity, figure = Infinity;
  for (let round = 0; round < ROUNDS && figure >= enough; round++) {
    least = Math.min(least, milliseconds(small, factor * times) / (factor * times));
    most = Math.min(most, milliseconds(large, times) / times);
    figure = (most / Math.max(least, floor)) ** (1 / DOUBLINGS);
  }
  return figure;
}

function milliseconds(work: () => unknown, times: number): number {
  const before = performance.now();
  for (let time = 0; time < times; time++) work();
  return performance.now() - before;
}
