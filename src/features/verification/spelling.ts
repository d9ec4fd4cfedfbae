import { fold } from '../../corpus/fold';
import { oneSlipApart } from '../../corpus/linking';
import type { CorpusStore, NameRecord } from '../../corpus/store/store';
import { turn } from '../../corpus/turns';
import { OBJECT, plainOf } from '../../draft/plain';
import { quotesInBlock } from '../../draft/quotes';
import type { Block, DraftText } from '../../draft/text';
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

/** What one block has for the spelling of names; offsets count from its beginning. */
interface BlockWords {
  /** Capitalised words outside quotes that no table knows. */
  readonly unknown: readonly TextSpan[];
  readonly lower: ReadonlySet<string>;
}

/** Blocks remembered. */
const MOST = 4_000;

/** The words of blocks, remembered by their text: a keystroke changes one of them. */
export class NameWords {
  readonly #known = new Map<string, BlockWords>();

  of(draft: DraftText, block: Block): BlockWords {
    const text = draft.text.slice(block.start, block.end);
    let words = this.#known.get(text);
    if (!words) {
      words = wordsOfBlock(draft, block);
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(text, words);
    }
    return words;
  }
}

function wordsOfBlock(draft: DraftText, block: Block): BlockWords {
  const unknown: TextSpan[] = [], plain = plainOf(draft.text, block), quotes = quotesInBlock(draft, block), text = plain.text.replaceAll(OBJECT, ' ');
  for (const match of text.matchAll(capitalised)) {
    const bare = match[0].replace(/['’]s?$/u, '');
    const start = plain.toSource(match.index), end = plain.toSource(match.index + bare.length - 1) + 1;
    if (bare.length < SHORTEST || end - start !== bare.length || quotes.some((quote) => quote.outerStart < end && start < quote.outerEnd) || isKnown(bare)) continue;
    unknown.push({ start: start - block.start, end: end - block.start, text: bare });
  }
  return { unknown, lower: new Set(Array.from(text.matchAll(/(?<![\p{L}\p{M}'’-])\p{Ll}[\p{L}\p{M}]+/gu), ([word]) => word)) };
}

/** Words whose numbers of articles are asked for at once. */
const AT_ONCE = 64;

/** Capitalised words of a draft's paragraphs, outside quotes, that look like slips of a name of the corpus. Words known as names or words are none. */
export async function misspeltNames(store: CorpusStore, memo: Memo, words: NameWords, draft: DraftText): Promise<MisspeltName[]> {
  const blocks: (BlockWords & { readonly block: Block })[] = [];
  for (const block of draft.blocks) {
    await turn();
    if (block.kind === 'paragraph' || block.kind === 'cell') blocks.push({ block, ...words.of(draft, block) });
  }
  const wanted: string[] = [];
  for (const word of new Set(blocks.flatMap(({ unknown }) => unknown.map(({ text }) => text)))) {
    await turn();
    const lower = word.toLowerCase();
    if (!blocks.some((other) => other.lower.has(lower))) wanted.push(word);
  }
  const slips = new Map<string, Slip | undefined>();
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE);
    let counted: Promise<ReadonlyMap<string, number>> | undefined;
    const isHeld = async (word: string): Promise<boolean> => (await (counted ??= store.wordFrequencies(some))).get(word) !== 0;
    for (const word of some) {
      await turn();
      slips.set(word, await memo.of(`slip ${word}`, async () => (await isHeld(word) ? undefined : slipOf(store, word))));
    }
  }
  return blocks.flatMap(({ block, unknown }) => unknown.flatMap(({ text, start, end }) => {
    const slip = slips.get(text);
    return slip ? [{ text, start: block.start + start, end: block.start + end, ...slip }] : [];
  }));
}

function isKnown(word: string): boolean {
  const { gazetteer } = model();
  return word.split(/['’-]/).some((part) => gazetteer.word(part) !== 0) || gazetteer.word(word) !== 0;
}

type Slip = Pick<MisspeltName, 'right' | 'name'>;

/** A name of the corpus that a word which is in no article is one slip away from. */
async function slipOf(store: CorpusStore, word: string): Promise<Slip | undefined> {
  if ((await store.namesByForm(word)).length > 0) return undefined;
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
