import { labelCount, rowWidth } from '../../src/language/names/tagger';
import type { Trained } from './perceptron';

/**
 * Prunes and packs weights for {@link file://../../src/language/names/weights.ts}. Kept are the `keep` features whose row
 * spreads furthest (the difference of its largest and smallest weight is what it can change); each weight becomes one byte.
 */
export function pack({ hashes, rows, transitions }: Trained, keep: number): Buffer {
  const L = labelCount, spread = new Float64Array(hashes.length), differences = new Float64Array(hashes.length * rowWidth);
  for (let f = 0; f < hashes.length; f++) {
    let low = 0, high = 0;
    for (let l = 1; l < L; l++) {
      const v = rows[f * L + l]! - rows[f * L]!;
      differences[f * rowWidth + l - 1] = v;
      if (v < low) low = v;
      if (v > high) high = v;
    }
    spread[f] = high - low;
  }
  const kept = [...spread.keys()].filter((f) => spread[f]! > 0).sort((a, b) => spread[b]! - spread[a]! || a - b).slice(0, keep);
  // The few heaviest weights are clipped, so that the many light ones keep their differences.
  const sizes = kept.flatMap((f) => Array.from(differences.subarray(f * rowWidth, (f + 1) * rowWidth), Math.abs)).filter((v) => v > 0).sort((a, b) => a - b);
  const scale = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
  const limit = Math.max(...transitions.map(Math.abs), 1e-9) / 32767;
  const out = Buffer.alloc(8 + 2 * transitions.length + kept.length * (4 + rowWidth));
  let at = out.writeUInt32LE(kept.length, 0);
  at = out.writeFloatLE(limit / scale, at);
  for (const v of transitions) at = out.writeInt16LE(Math.round(v / limit), at);
  for (const f of kept) at = out.writeUInt32LE(hashes[f]!, at);
  for (const f of kept) for (let l = 0; l < rowWidth; l++) at = out.writeInt8(Math.max(-127, Math.min(127, Math.round(differences[f * rowWidth + l]! / scale))), at);
  return out;
}
