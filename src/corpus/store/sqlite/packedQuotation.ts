import type { Quotation, Span } from '../../../language/types';
import { hash48 } from '../../fold';
import { Packer, Unpacker } from './pack';

/** A quotation as its row keeps it. */
export interface PackedQuotation extends Span {
  readonly speaker: Span | null;
  readonly cue: Span | null;
  readonly utterance: number;
  /** A byte for each folded word, in order: tells word order without the text. */
  readonly prints: readonly number[];
}

/** The byte that stands for a folded word. */
export function printOf(word: string): number {
  return hash48(word) % 251;
}

/** @param words folded words of the quotation */
export function packQuotation(quotation: Quotation, words: readonly string[]): Uint8Array {
  const packer = new Packer().put(quotation.start).put(quotation.end - quotation.start);
  for (const span of [quotation.speaker, quotation.cue]) {
    packer.putOptional(span ? span.start : null);
    if (span) packer.put(span.end - span.start);
  }
  packer.put(quotation.utterance);
  const head = packer.bytes();
  const data = new Uint8Array(head.length + words.length);
  data.set(head);
  words.forEach((word, i) => (data[head.length + i] = printOf(word)));
  return data;
}

export function unpackQuotation(data: Uint8Array): PackedQuotation {
  const unpacker = new Unpacker(data);
  const start = unpacker.take();
  const end = start + unpacker.take();
  const speaker = optionalSpan(unpacker);
  const cue = optionalSpan(unpacker);
  const utterance = unpacker.take();
  return { start, end, speaker, cue, utterance, prints: [...data.subarray(unpacker.position)] };
}

/** The prints alone, where nothing else of a packed quotation is wanted. */
export function printsOf(data: Uint8Array): Uint8Array {
  const unpacker = new Unpacker(data);
  unpacker.take();
  unpacker.take();
  for (let span = 0; span < 2; span++) if (unpacker.takeOptional() !== null) unpacker.take();
  unpacker.take();
  return data.subarray(unpacker.position);
}

function optionalSpan(unpacker: Unpacker): Span | null {
  const start = unpacker.takeOptional();
  return start === null ? null : { start, end: start + unpacker.take() };
}
