import { fold } from '../../corpus/fold';
import { oneSlipApart } from '../../corpus/linking';
import type { CorpusStore, NameRecord } from '../../corpus/store/store';
import { OBJECT, plainOf } from '../../draft/plain';
import { quotesInBlock } from '../../draft/quotes';
import type { DraftText } from '../../draft/text';
import { model } from '../../language/names/model';
import type { TextSpan } from '../../language/types';
import type { Memo } from './memo';

/** A name in the draft that no source has, one slip away from one that sources have. */
export interface MisspeltName extends TextSpan {
  /** The same word as the sources spell it. */
  readonly right: string;
  readonly name: NameRecord;
}

/** Shorter words are one slip away from too many others. */
const SHORTEST = 5;
const capitalised = /\p{Lu}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;

/** Capitalised words of a draft's paragraphs, outside quotes, that look like slips of a name of the corpus. Words known as names or words are none. */
export async function misspeltNames(store: CorpusStore, memo: Memo, draft: DraftText): Promise<MisspeltName[]> {
  const words: TextSpan[] = [], lower = new Set<string>();
  for (const block of draft.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'cell') continue;
    const plain = plainOf(draft.text, block);
    const quotes = quotesInBlock(draft, block);
    const text = plain.text.replaceAll(OBJECT, ' ');
    for (const [word] of text.matchAll(/(?<![\p{L}\p{M}'’-])\p{Ll}[\p{L}\p{M}]+/gu)) lower.add(word);
    for (const match of text.matchAll(capitalised)) {
      const bare = match[0].replace(/['’]s?$/u, '');
      const start = plain.toSource(match.index), end = plain.toSource(match.index + bare.length - 1) + 1;
      if (bare.length < SHORTEST || end - start !== bare.length || quotes.some((quote) => quote.outerStart < end && start < quote.outerEnd)) continue;
      words.push({ start, end, text: bare });
    }
  }
  const unknown = words.filter(({ text }) => !lower.has(text.toLowerCase()) && !isKnown(text));
  if (unknown.length === 0) return [];
  const found: MisspeltName[] = [];
  for (const word of unknown) {
    const right = await memo.of(`slip ${word.text}`, () => slipOf(store, word.text));
    if (right) found.push({ ...word, ...right });
  }
  return found;
}

function isKnown(word: string): boolean {
  const { gazetteer } = model();
  return word.split(/['’-]/).some((part) => gazetteer.word(part) !== 0) || gazetteer.word(word) !== 0;
}

async function slipOf(store: CorpusStore, word: string): Promise<{ readonly right: string; readonly name: NameRecord } | undefined> {
  if ((await store.wordFrequencies([word])).get(word) !== 0 || (await store.namesByForm(word)).length > 0) return undefined;
  const folded = fold(word);
  for (const name of await store.namesBySlip(word, 5)) {
    for (const form of [name.canonical, ...name.aliases]) {
      for (const part of form.split(/\s+/)) {
        const other = fold(part);
        // A word with an ending more or less is another form, not a slip.
        if (other.length >= SHORTEST && other[0] === folded[0] && oneSlipApart(other, folded) && !other.startsWith(folded) && !folded.startsWith(other)) return { right: part.replace(/(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u, ''), name };
      }
    }
  }
  return undefined;
}
