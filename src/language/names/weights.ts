import { labelCount, wordsPerRow, type Weights } from './tagger';

/** Flips the sign bit of each of four bytes: signed numbers become numbers from 0, 128 higher. */
const bias = 0x80808080 | 0;

/**
 * Weights as the training script packs them: how many features (32 bit), the scale of the transitions (32 bit float), the
 * transitions (16 bit), the feature hashes (32 bit), the rows (8 bit). Little endian. A row has no number for the label
 * "outside": the others are given as differences from it, which changes no comparison of paths.
 */
export function unpackWeights(packed: Uint8Array): Weights {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const n = view.getUint32(0, true), scale = view.getFloat32(4, true);
  const transitions = new Float64Array((labelCount + 1) * labelCount);
  let at = 8;
  for (let i = 0; i < transitions.length; i++, at += 2) transitions[i] = view.getInt16(at, true) * scale;
  let size = 16;
  while (size < n * 2) size *= 2;
  // The table holds no more than numbers of rows, and a row has its key before it: the less is looked at, the more of it stays in the cache.
  const table = n < 0xffff ? new Uint16Array(size) : new Uint32Array(size), mask = size - 1, width = wordsPerRow + 1, rows = new Int32Array(n * width);
  // Most features have no row; one bit of a small table says so without a walk through the large one.
  const present = new Uint8Array(1 << 17);
  for (let i = 0; i < n; i++, at += 4) {
    const key = view.getInt32(at, true);
    let slot = key & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = i + 1;
    rows[i * width] = key;
    present[(key >>> 3) & 0x1ffff]! |= 1 << (key & 7);
  }
  for (let i = 0; i < n; i++) for (let word = 0; word < wordsPerRow; word++, at += 4) rows[i * width + 1 + word] = view.getInt32(at, true) ^ bias;
  return {
    rows, transitions,
    row(feature) {
      if (!(present[(feature >>> 3) & 0x1ffff]! & (1 << (feature & 7)))) return -1;
      const wanted = feature | 0;
      for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
        const number = table[slot]!;
        if (number === 0) return -1;
        const place = (number - 1) * width;
        if (rows[place] === wanted) return place + 1;
      }
    },
  };
}

/** Bytes of a base64 string. */
export function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
