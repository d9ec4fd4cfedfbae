/** Positions within a slot that hold a word, from `start` on, packed. */
export interface Chunk {
  /** The first of them. */
  readonly start: number;
  /**
   * The gaps behind it, seven bits a byte (LEB128); or, as long as a chunk may be, a bit for each position from `start` on. Which of the two it is shows in the length.
   */
  readonly data: Uint8Array;
}

/** Bytes of a chunk of bits, and positions that it tells of: beyond a thousand bytes a row of a table without row ids would take further pages. */
const BYTES = 960, BITS = BYTES * 8;

/** Packs positions into as few chunks as it takes. @param positions ascending, each once */
export function packChunks(positions: Uint32Array, count: number): (Chunk & { readonly count: number })[] {
  const chunks: (Chunk & { count: number })[] = [];
  for (let from = 0; from < count;) {
    const start = positions[from]!;
    let length = 0, few = from + 1, dense = from + 1;
    for (; few < count; few++) {
      const gap = positions[few]! - positions[few - 1]! - 1, more = gap < 0x80 ? 1 : gap < 0x4000 ? 2 : 3;
      if (length + more >= BYTES) break;
      length += more;
    }
    // Bits are worth it where they tell of more.
    if (few < count) while (dense < count && positions[dense]! < start + BITS) dense++;
    const to = Math.max(few, dense), data = new Uint8Array(dense > few ? BYTES : length);
    if (dense > few) for (let i = from; i < to; i++) setBit(data, positions[i]! - start);
    else packGaps(positions, from, to, data);
    chunks.push({ start, data, count: to - from });
    from = to;
  }
  return chunks;
}

function packGaps(positions: Uint32Array, from: number, to: number, data: Uint8Array): void {
  for (let i = from + 1, at = 0; i < to; i++) {
    let gap = positions[i]! - positions[i - 1]! - 1;
    for (; gap >= 0x80; gap >>= 7) data[at++] = (gap & 0x7f) | 0x80;
    data[at++] = gap;
  }
}

/** Reads the positions of a chunk into `into`, from index `at` on, and gives the index behind them. */
export function readChunk({ start, data }: Chunk, into: Uint32Array, at = 0): number {
  let to = at;
  if (data.length === BYTES) {
    for (let i = 0; i < BYTES; i++) for (let byte = data[i]!; byte !== 0; byte &= byte - 1) into[to++] = start + i * 8 + 31 - Math.clz32(byte & -byte);
    return to;
  }
  into[to++] = start;
  for (let i = 0, position = start; i < data.length;) {
    let byte = data[i++]!, gap = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = data[i++]!;
      gap |= (byte & 0x7f) << shift;
    }
    into[to++] = position += gap + 1;
  }
  return to;
}

/** Reads all positions of a word; gives how many there are. @param chunks in order */
export function readPositions(chunks: readonly Chunk[], into: Uint32Array): number {
  let count = 0;
  for (const chunk of chunks) count = readChunk(chunk, into, count);
  return count;
}

/**
 * Goes through the first positions of `some`, which ascend, that the chunks hold, too.
 * @param take is given the index of each in `some`, which may change up to there
 */
export function eachHeld(some: Uint32Array, count: number, chunks: readonly Chunk[], room: Uint32Array, take: (index: number) => void): void {
  let i = 0;
  for (const [index, chunk] of chunks.entries()) {
    const end = chunks[index + 1]?.start ?? Infinity, { start, data } = chunk;
    while (i < count && some[i]! < start) i++;
    if (i === count) break;
    if (some[i]! >= end) continue;
    if (data.length === BYTES) {
      for (; i < count && some[i]! < end; i++) if (some[i]! < start + BITS && hasBit(data, some[i]! - start)) take(i);
      continue;
    }
    const others = readChunk(chunk, room);
    for (let j = 0; i < count && j < others;) {
      const one = some[i]!, other = room[j]!;
      if (one === other) take(i);
      if (one <= other) i++;
      if (other <= one) j++;
    }
  }
}

/** Whether a chunk holds a position. */
export function holds(chunk: Chunk, position: number, room: Uint32Array): boolean {
  const { start, data } = chunk;
  if (data.length === BYTES) return position >= start && position < start + BITS && hasBit(data, position - start);
  for (let i = readChunk(chunk, room) - 1; i >= 0 && room[i]! >= position; i--) if (room[i] === position) return true;
  return false;
}

/**
 * How many positions of a chunk are not gone.
 * @param count how many it has
 * @param gone bits of those that are gone, which mostly are few
 */
export function countLeft(chunk: Chunk, count: number, gone: Uint8Array, room: Uint32Array): number {
  const { start, data } = chunk;
  let left = count;
  if (data.length !== BYTES) {
    for (let i = 0, held = readChunk(chunk, room); i < held; i++) if (hasBit(gone, room[i]!)) left--;
    return left;
  }
  for (let at = start >> 3, last = Math.min(gone.length - 1, (start + BITS - 1) >> 3); at <= last; at++) {
    for (let byte = gone[at]!; byte !== 0; byte &= byte - 1) {
      const place = at * 8 + 31 - Math.clz32(byte & -byte) - start;
      if (place >= 0 && place < BITS && hasBit(data, place)) left--;
    }
  }
  return left;
}

/** Bits of positions. */
export function setBit(bits: Uint8Array, position: number): void {
  bits[position >> 3]! |= 1 << (position & 7);
}

export function hasBit(bits: Uint8Array, position: number): boolean {
  return (bits[position >> 3]! & (1 << (position & 7))) !== 0;
}
