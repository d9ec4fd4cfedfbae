/** Pseudo-random choices, the same for the same seed on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Between 0 and 1, 1 excluded (mulberry32, Tommy Ettinger, public domain algorithm). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to `n`, `n` excluded. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** A rank from 0, as frequencies of names in the news fall off: each rank half as frequent as the one half as far down (Zipf). */
  rank(n: number): number {
    return Math.min(n - 1, Math.floor(Math.exp(this.next() * Math.log(n + 1))) - 1);
  }
}

/** One seed made of several numbers. */
export function seedOf(...parts: readonly number[]): number {
  let seed = 0x811c9dc5;
  for (const part of parts) {
    seed = Math.imul(seed ^ part, 0x01000193);
    seed ^= seed >>> 15;
  }
  return seed >>> 0;
}
