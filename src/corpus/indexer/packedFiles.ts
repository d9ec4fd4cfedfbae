import type { FileStamp } from '../store/store';

/** A file of a directory, and whether it has been met. */
export interface NotedFile {
  readonly stamp: FileStamp;
  readonly met: boolean;
}

/** Hashes of 128 bits are kept as bytes; what else stands in their place (marked ones, words for why a file was not read) as it is. */
const HASH = /^[0-9a-f]{32}$/, HASH_BYTES = 16, HEXADECIMAL = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A column for each thing that is known of files. */
class Columns {
  readonly starts: Uint32Array;
  readonly sizes: Float64Array;
  readonly times: Float64Array;
  readonly hashes: Uint8Array;
  readonly met: Uint8Array;
  readonly otherHashes = new Map<number, string>();
  names = '';

  constructor(readonly length: number) {
    this.starts = new Uint32Array(length + 1);
    this.sizes = new Float64Array(length);
    this.times = new Float64Array(length);
    this.hashes = new Uint8Array(length * HASH_BYTES);
    this.met = new Uint8Array(length);
  }
}

/** Files of one directory in columns, ascending by name (UTF-16 code units): some forty bytes each and the letters of their names, where objects take two hundred. */
export class PackedFiles {
  static readonly none = new PackedFiles(new Columns(0));

  private constructor(private readonly columns: Columns) {}

  get length(): number {
    return this.columns.length;
  }

  /** The same with some files changed, added or, where a name has nothing, left out. */
  with(changes: ReadonlyMap<string, NotedFile | undefined>): PackedFiles {
    let { length } = this;
    for (const [name, file] of changes) length += (file ? 1 : 0) - (this.find(name) < 0 ? 0 : 1);
    const filling = new Filling(length);
    let at = 0;
    for (const name of [...changes.keys()].sort()) {
      const place = this.#place(name, at), file = changes.get(name);
      filling.copy(this.columns, at, place);
      at = place < this.length && this.order(name, place) === 0 ? place + 1 : place;
      if (file) filling.add(name, file);
    }
    filling.copy(this.columns, at, this.length);
    return new PackedFiles(filling.columns);
  }

  /** Those of some indices. */
  part(from: number, to: number): PackedFiles {
    const filling = new Filling(to - from);
    filling.copy(this.columns, from, to);
    return new PackedFiles(filling.columns);
  }

  /** Index of a file; -1 when there is none of that name. */
  find(name: string): number {
    const place = this.#place(name, 0);
    return place < this.length && this.order(name, place) === 0 ? place : -1;
  }

  /** Negative when a name stands before that of the file of an index, positive when it stands behind it, 0 when they are equal. */
  order(name: string, index: number): number {
    const { names, starts } = this.columns, start = starts[index]!, length = starts[index + 1]! - start, shared = Math.min(length, name.length);
    for (let i = 0; i < shared; i++) {
      const difference = name.charCodeAt(i) - names.charCodeAt(start + i);
      if (difference !== 0) return difference;
    }
    return name.length - length;
  }

  name(index: number): string {
    const { names, starts } = this.columns;
    return names.slice(starts[index], starts[index + 1]);
  }

  stamp(index: number): FileStamp {
    return { size: this.columns.sizes[index]!, mtimeMs: this.columns.times[index]!, hash: this.hash(index) };
  }

  hash(index: number): string {
    const { hashes, otherHashes } = this.columns, other = otherHashes.get(index);
    if (other !== undefined) return other;
    let text = '';
    for (let at = index * HASH_BYTES; at < (index + 1) * HASH_BYTES; at++) text += HEXADECIMAL[hashes[at]!]!;
    return text;
  }

  /** Indices of the files whose hash is not that of their bytes alone. */
  unusual(): Iterable<number> {
    return this.columns.otherHashes.keys();
  }

  isMet(index: number): boolean {
    return this.columns.met[index] === 1;
  }

  meet(index: number): void {
    this.columns.met[index] = 1;
  }

  /** None has been met. */
  restart(): void {
    this.columns.met.fill(0);
  }

  /** Index of the first file from an index on before which a name does not stand behind. */
  #place(name: string, from: number): number {
    let low = from, high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.order(name, middle) > 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Puts files into columns one behind the other; the room must be what they take. */
class Filling {
  readonly columns: Columns;
  #count = 0;

  constructor(length: number) {
    this.columns = new Columns(length);
  }

  copy(from: Columns, first: number, last: number): void {
    if (first >= last) return;
    const { starts, sizes, times, hashes, met, otherHashes, names } = this.columns, to = this.#count, shift = names.length - from.starts[first]!;
    sizes.set(from.sizes.subarray(first, last), to);
    times.set(from.times.subarray(first, last), to);
    hashes.set(from.hashes.subarray(first * HASH_BYTES, last * HASH_BYTES), to * HASH_BYTES);
    met.set(from.met.subarray(first, last), to);
    for (let i = first; i < last; i++) {
      starts[to + i - first + 1] = from.starts[i + 1]! + shift;
      const other = from.otherHashes.size === 0 ? undefined : from.otherHashes.get(i);
      if (other !== undefined) otherHashes.set(to + i - first, other);
    }
    this.columns.names = names + from.names.slice(from.starts[first], from.starts[last]);
    this.#count += last - first;
  }

  add(name: string, { stamp: { size, mtimeMs, hash }, met }: NotedFile): void {
    const { columns } = this, at = this.#count++;
    columns.names += name;
    columns.starts[at + 1] = columns.names.length;
    columns.sizes[at] = size;
    columns.times[at] = mtimeMs;
    if (HASH.test(hash)) for (let i = 0; i < HASH_BYTES; i++) columns.hashes[at * HASH_BYTES + i] = digit(hash, i * 2) * 16 + digit(hash, i * 2 + 1);
    else columns.otherHashes.set(at, hash);
    columns.met[at] = met ? 1 : 0;
  }
}

function digit(hash: string, at: number): number {
  const code = hash.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}
