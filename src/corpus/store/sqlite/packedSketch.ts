import { ALWAYS, EACH, FAMILY, FIRST, FLAGS, LAST, LEMMA, reportsIn, WHO, WHOM, type Sketch } from '../../merging/sketch';
import { Packer, signed, unsigned, Unpacker } from './pack';

/** Flags that are written as they are; those beyond are few. */
const PLAIN_FLAGS = 8;

/** A sketch as its row has it, half of its size: words by how far apart their numbers are, of what is told in bits which are set, days by how far they are from those of the report before. */
export function packSketch(sketch: Sketch): Uint8Array {
  const packer = new Packer().put(sketch[0]!).put(reportsIn(sketch));
  for (let i = 1, last = 0; i <= sketch[0]!; last = sketch[i++]!) packer.put(sketch[i]! - last);
  for (let at = 1 + sketch[0]!, day = 0; at < sketch.length; at += EACH) {
    packer.put(sketch[at + FAMILY]!).put(sketch[at + LEMMA]!);
    for (const party of [WHO, WHOM]) putBits(packer, [sketch[at + party]!, sketch[at + party + 1]!]);
    const first = sketch[at + FIRST]!, timed = first !== -ALWAYS;
    packer.putOptional(timed ? unsigned(first - day) : null);
    if (timed) packer.put(unsigned(sketch[at + LAST]! - (day = first)));
    packer.put(sketch[at + FLAGS]! & (1 << PLAIN_FLAGS) - 1);
    putBits(packer, [sketch[at + FLAGS]! >>> PLAIN_FLAGS]);
  }
  return packer.bytes();
}

/** The sketch that {@link packSketch} was given. */
export function unpackSketch(packed: Uint8Array): Sketch {
  const unpacker = new Unpacker(packed), words = unpacker.take(), reports = unpacker.take(), sketch = new Int32Array(1 + words + reports * EACH);
  sketch[0] = words;
  for (let i = 1, last = 0; i <= words; i++) sketch[i] = last += unpacker.take();
  for (let at = 1 + words, day = 0; at < sketch.length; at += EACH) {
    sketch[at + FAMILY] = unpacker.take();
    sketch[at + LEMMA] = unpacker.take();
    for (const party of [WHO, WHOM]) takeBits(unpacker, sketch, at + party);
    const from = unpacker.takeOptional();
    if (from !== null) day += signed(from);
    sketch[at + FIRST] = from === null ? -ALWAYS : day;
    sketch[at + LAST] = from === null ? ALWAYS : day + signed(unpacker.take());
    const flags = unpacker.take();
    takeBits(unpacker, sketch, at + FLAGS);
    sketch[at + FLAGS] = sketch[at + FLAGS]! << PLAIN_FLAGS | flags;
  }
  return sketch;
}

function putBits(packer: Packer, numbers: readonly number[]): void {
  const set = numbers.flatMap((number, i) => Array.from({ length: 32 }, (_, bit) => i * 32 + bit).filter((bit) => number >>> (bit & 31) & 1));
  packer.put(set.length);
  for (const bit of set) packer.put(bit);
}

function takeBits(unpacker: Unpacker, into: Int32Array, at: number): void {
  for (let left = unpacker.take(); left > 0; left--) {
    const bit = unpacker.take();
    into[at + (bit >>> 5)]! |= 1 << (bit & 31);
  }
}
