/** A bit set for each word of one article, by hash. Grows; probing is linear, so a million words cost a million steps. */
export class WordBits {
  private keys: Int32Array;
  private values: Int32Array;
  private used = 0;

  /** `expected`: about how many different words there will be. */
  constructor(expected = 32) {
    let size = 64;
    while (size < 2 * expected) size *= 2;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size);
  }

  /** Bits of a word; 0 when it was not seen. */
  get(hash: number): number {
    const mask = this.keys.length - 1;
    for (let slot = hash & mask; this.keys[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.keys[slot] === hash) return this.values[slot]!;
    }
    return 0;
  }

  /** Sets bits of a word. */
  add(hash: number, bits: number): void {
    const mask = this.keys.length - 1;
    let slot = hash & mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask;
    if (this.keys[slot] === 0) {
      if (this.used * 2 >= this.keys.length) { this.grow(); this.add(hash, bits); return; }
      this.keys[slot] = hash;
      this.used++;
    }
    this.values[slot]! |= bits;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.values = new Int32Array(keys.length * 2);
    this.used = 0;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== 0) this.add(keys[i]!, values[i]!);
  }
}
