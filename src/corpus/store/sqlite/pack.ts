/** Writes whole numbers from 0 up as variable-length bytes, seven bits each, lowest first (LEB128). */
export class Packer {
  readonly #bytes: number[] = [];

  /** @param value whole, 0 up to 2^53 - 1 */
  put(value: number): this {
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes.push(rest);
    return this;
  }

  /** A number or nothing. */
  putOptional(value: number | null): this {
    return this.put(value === null ? 0 : value + 1);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what {@link Packer} wrote. */
export class Unpacker {
  #at = 0;

  constructor(private readonly data: Uint8Array) {}

  /** Bytes read so far. */
  get position(): number {
    return this.#at;
  }

  get done(): boolean {
    return this.#at >= this.data.length;
  }

  /** The next number; 0 past the end. */
  take(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.data[this.#at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }

  takeOptional(): number | null {
    const value = this.take();
    return value === 0 ? null : value - 1;
  }
}

/** A whole number of either sign as one from 0 up (zigzag). */
export function unsigned(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

/** The number that {@link unsigned} was made of. */
export function signed(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
