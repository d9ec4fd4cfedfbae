import type { Sentence } from '../sentences';
import { TokenFlag, TokenKind, type Tokens } from '../tokens';
import type { Cue } from './cues';
import { type Entry, look } from './lexicon';
import type { Quoted } from './marks';
import { Notes, type Words } from '../vocabulary';
import { Word } from './words';

/**
 * A paragraph as its writer speaks it: every quoted stretch is folded into one item, so that `“…,” said Smith` has
 * three items and a comma. Arrays run in parallel, one entry for each item.
 */
export interface Folded {
  readonly tokens: Tokens;
  readonly quoted: readonly Quoted[];
  /** Token number; for a quoted stretch −1 minus its index in `quoted`. */
  readonly items: readonly number[];
  /** The item's characters in lower case, cut where no word is so long; empty for a quoted stretch. */
  readonly lower: readonly string[];
  /** Bits of `Word`. */
  readonly classes: readonly number[];
  readonly cues: readonly (Cue | undefined)[];
  /** Items where a verbless source phrase or a noun of saying may begin (`according to`, `her claim`), ascending. */
  readonly leads: readonly number[];
  /** Items that are quoted stretches, ascending: the n-th stands for `quoted[n]`. */
  readonly stretches: readonly number[];
  /** Sentences of the writer as half-open item ranges; what ends inside a quotation ends nothing here. */
  readonly sentences: readonly ItemRange[];
}

/** Half-open range of items. */
export interface ItemRange {
  readonly from: number;
  readonly to: number;
}

/** Code units of a word that are looked at: a megabyte without a space is no word. */
const LONGEST = 48;

const none: Entry = { classes: 0, cue: undefined, lead: false };

interface Note extends Entry {
  readonly lower: string;
  /** The classes inside a name: an adverb by its ending is none there. */
  readonly inName: number;
}

const notes = new Notes<Note>(({ kinds, capitals, exact }, id) => {
  const raw = exact[id]!.slice(0, LONGEST), lower = capitals[id] ? raw.toLowerCase() : raw, entry = kinds[id] === TokenKind.word ? look(lower) : none;
  return { classes: entry.classes, cue: entry.cue, lead: entry.lead, lower, inName: (entry.classes & Word.adverb) !== 0 && lower.endsWith('ly') ? 0 : entry.classes };
});

/** Whether a word may report or name a source. */
const telling = new Notes<boolean>(({ kinds, exact }, id) => {
  const entry = kinds[id] === TokenKind.word ? look(exact[id]!.slice(0, LONGEST).toLowerCase()) : none;
  return entry.cue !== undefined || entry.lead;
});

/** Whether the paragraph of tokens `[first, end)`, which quotes nothing, may report or announce who speaks next; most do not. */
export function mayTell(tokens: Tokens, words: Words, first: number, end: number): boolean {
  if (tokens.text.charCodeAt(tokens.starts[end - 1]!) === 58) return true;
  const known = telling.of(words.vocabulary);
  for (let i = first; i < end; i++) if (known[words.ids[i]!]) return true;
  return false;
}

/** Folds the tokens of `sentences` (of one paragraph, without gaps). */
export function fold(tokens: Tokens, words: Words, sentences: readonly Sentence[], quoted: readonly Quoted[]): Folded {
  const first = sentences[0]!.firstToken, end = sentences.at(-1)!.endToken;
  const items: number[] = [], lower: string[] = [], classes: number[] = [], cues: (Cue | undefined)[] = [];
  const ends: number[] = [], leads: number[] = [], stretches: number[] = [];
  const known = notes.of(words.vocabulary);
  let q = 0, s = 0;
  for (let i = first; i < end;) {
    const stretch = quoted[q];
    let next = i + 1;
    if (stretch && stretch.firstToken === i) {
      stretches.push(items.length);
      items.push(-1 - q);
      lower.push('');
      classes.push(0);
      cues.push(undefined);
      next = Math.max(next, stretch.endToken);
      q++;
    } else {
      const note = known[words.ids[i]!]!;
      if (note.lead) leads.push(items.length);
      items.push(i);
      lower.push(note.lower);
      if (note.cue === undefined && note.inName === note.classes) {
        classes.push(note.classes);
        cues.push(undefined);
      } else {
        const named = isName(tokens, i, first);
        classes.push(named ? note.inName : note.classes);
        cues.push(named ? undefined : note.cue);
      }
    }
    while (s < sentences.length && sentences[s]!.endToken < next) s++;
    if ((s < sentences.length && sentences[s]!.endToken === next) || (stretch !== undefined && next === stretch.endToken && runsOn(tokens, stretch, end))) ends.push(items.length);
    i = next;
  }
  if (ends[ends.length - 1] !== items.length) ends.push(items.length);
  const ranges: ItemRange[] = [], folded: Folded = { tokens, quoted, items, lower, classes, cues, leads, stretches, sentences: ranges };
  cutSentences(folded, ends, ranges);
  return folded;
}

/** `…not now.”After that`: the space after the closing mark was forgotten. */
function runsOn(tokens: Tokens, stretch: Quoted, end: number): boolean {
  const next = stretch.endToken;
  return next < end && stretch.closed && '.?!'.includes(tokens.text[stretch.end - 1]!) && tokens.kinds[next] === TokenKind.word &&
    (tokens.flags[next]! & (TokenFlag.capital | TokenFlag.afterSpace)) === TokenFlag.capital;
}

/** A capital that begins no sentence makes a name of what would be a verb (`the State Department`). */
function isName(tokens: Tokens, i: number, first: number): boolean {
  if ((tokens.flags[i]! & TokenFlag.capital) === 0 || i === first) return false;
  const before = tokens.kinds[i - 1];
  return before === TokenKind.word || before === TokenKind.number || tokens.text[tokens.starts[i - 1]!] === ',';
}

/** Adds the sentences to `ranges`; `ends` are the items after which one may end, the last of all among them. */
function cutSentences(folded: Folded, ends: readonly number[], ranges: ItemRange[]): void {
  let from = 0;
  for (const to of ends) {
    if (to < folded.items.length && isStretch(folded, to - 1) && (isDash(folded.lower[to]!) || asksBeforeCue(folded, to - 1))) continue;
    ranges.push({ from, to });
    from = to;
  }
}

/**
 * `“Why?” Smith asked`: a question or exclamation ends the words quoted, and the sentence goes on to say whose they are. After
 * a full stop only a clause with nothing more to it does: `“It rains.” Smith said.`
 */
function asksBeforeCue(folded: Folded, k: number): boolean {
  const stretch = stretchAt(folded, k)!;
  const stopped = folded.tokens.text.charCodeAt(stretch.end - 1) === 46;
  for (let j = k + 1; j < folded.items.length && j <= k + 14; j++) {
    const cue = folded.cues[j];
    if (cue && cue.class !== 'call' && cue.form === 'finite' && j > k + 1) {
      const next = folded.lower[j + 1];
      if (stopped) return next === undefined || next === '.' || next === ',';
      return (folded.cues[j + 1] ?? null) === null && next !== 'that' && next !== 'the';
    }
    if (folded.items[j]! < 0 || (folded.lower[j] !== '.' && (stopped || folded.lower[j] !== ',') && folded.tokens.kinds[folded.items[j]!] !== TokenKind.word)) return false;
  }
  return false;
}

/** A dash of any length standing as a mark of its own. */
export function isDash(lower: string): boolean {
  return lower === '—' || lower === '–' || lower === '―' || lower === '-' || lower === '‒';
}

export function isStretch(folded: Pick<Folded, 'items'>, k: number): boolean {
  return k >= 0 && k < folded.items.length && folded.items[k]! < 0;
}

/** The quoted stretch that item `k` stands for; undefined for a word. */
export function stretchAt(folded: Pick<Folded, 'items' | 'quoted'>, k: number): Quoted | undefined {
  const item = folded.items[k];
  return item !== undefined && item < 0 ? folded.quoted[-1 - item] : undefined;
}

export function isCapital(folded: Folded, k: number): boolean {
  const item = folded.items[k];
  return item !== undefined && item >= 0 && (folded.tokens.flags[item]! & TokenFlag.capital) !== 0;
}

/** Whether item `k` is a word or a number (no mark, no quoted stretch). */
export function isWord(folded: Folded, k: number): boolean {
  const item = folded.items[k];
  return item !== undefined && item >= 0 && (folded.tokens.kinds[item] === TokenKind.word || folded.tokens.kinds[item] === TokenKind.number);
}

/** Offset where the item begins, and where it ends. */
export function itemStart(folded: Folded, k: number): number {
  const item = folded.items[k]!;
  return item < 0 ? folded.quoted[-1 - item]!.start : folded.tokens.starts[item]!;
}
export function itemEnd(folded: Folded, k: number): number {
  const item = folded.items[k]!;
  return item < 0 ? folded.quoted[-1 - item]!.end : folded.tokens.ends[item]!;
}

/** Index of the first of ascending `values` that is not below `value`; their count when all are. */
export function lowerBound(values: readonly number[], value: number): number {
  let low = 0, high = values.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (values[mid]! < value) low = mid + 1;
    else high = mid;
  }
  return low;
}
