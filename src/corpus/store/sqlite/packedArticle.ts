import type { Span } from '../../../language/types';
import { Packer, Unpacker } from './pack';
import type { TellingMention } from './telling';

/** What an article's row keeps of one name. */
export interface PackedName {
  /** Id in the corpus. */
  readonly id: number;
  readonly mentions: number;
  /** Score of its most telling mention. */
  readonly score: number;
  /** Ids of the forms the article gives it. */
  readonly forms: readonly number[];
  /** Indices of the sentences it stands in, ascending. */
  readonly sentences: readonly number[];
}

/** Spans that ascend and do not overlap. */
export function packSpans(spans: readonly Span[]): Uint8Array {
  const packer = new Packer();
  let at = 0;
  for (const span of spans) {
    packer.put(Math.max(0, span.start - at)).put(Math.max(0, span.end - span.start));
    at = Math.max(at, span.end);
  }
  return packer.bytes();
}

export function unpackSpans(data: Uint8Array): Span[] {
  const unpacker = new Unpacker(data);
  const spans: Span[] = [];
  let at = 0;
  while (!unpacker.done) {
    const start = at + unpacker.take();
    at = start + unpacker.take();
    spans.push({ start, end: at });
  }
  return spans;
}

export function packNames(names: readonly PackedName[]): Uint8Array {
  const packer = new Packer();
  for (const name of names) {
    packer.put(name.id).put(name.mentions).put(name.score);
    packer.put(name.forms.length);
    for (const form of name.forms) packer.put(form);
    packer.put(name.sentences.length);
    let last = 0;
    for (const sentence of name.sentences) {
      packer.put(sentence - last);
      last = sentence;
    }
  }
  return packer.bytes();
}

export function unpackNames(data: Uint8Array): PackedName[] {
  const unpacker = new Unpacker(data);
  const names: PackedName[] = [];
  while (!unpacker.done) {
    const id = unpacker.take();
    const mentions = unpacker.take();
    const score = unpacker.take();
    const forms = Array.from({ length: unpacker.take() }, () => unpacker.take());
    let last = 0;
    const sentences = Array.from({ length: unpacker.take() }, () => (last += unpacker.take()));
    names.push({ id, mentions, score, forms, sentences });
  }
  return names;
}

/** A mention as the row of its name and article keeps it. */
export interface PackedMention extends Span {
  readonly sentence: Span;
  readonly speaks: boolean;
}

/** @param mentions most telling first */
export function packMentions(mentions: readonly TellingMention[]): Uint8Array {
  const packer = new Packer();
  for (const mention of mentions) {
    packer
      .put(mention.sentence.start)
      .put((mention.sentence.end - mention.sentence.start) * 2 + (mention.speaks ? 1 : 0))
      .put(mention.start - mention.sentence.start)
      .put(mention.end - mention.start);
  }
  return packer.bytes();
}

export function unpackMentions(data: Uint8Array): PackedMention[] {
  const unpacker = new Unpacker(data);
  const mentions: PackedMention[] = [];
  while (!unpacker.done) {
    const from = unpacker.take();
    const length = unpacker.take();
    const start = from + unpacker.take();
    mentions.push({
      start,
      end: start + unpacker.take(),
      sentence: { start: from, end: from + Math.floor(length / 2) },
      speaks: length % 2 === 1,
    });
  }
  return mentions;
}
