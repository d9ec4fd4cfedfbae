import { foldWord } from './hash';
import { textOf, type NameSpan } from './spans';
import type { View } from './view';

const endings = new Set(['inc', 'corp', 'corporation', 'ltd', 'limited', 'co', 'company', 'plc', 'llc', 'ag', 'gmbh', 'sa', 's.a.', 'nv', 'n.v.', 'ab', 'spa', 'group', 'holdings']);

/** Words of a name, folded, without article, full stops and company ending. */
export function wordsOf(text: string): readonly string[] {
  let words = split.get(text);
  if (words) return words;
  words = splitWords(text);
  if (text.length > longestKept) return words;
  if (split.size >= mostSplit) split.clear();
  split.set(` ${text}`.slice(1), words);
  return words;
}

/** The names split last: the same ones return in every article. The keys are strings of their own, which keep no article in memory. */
const split = new Map<string, readonly string[]>();
const mostSplit = 8192, longestKept = 100;

function splitWords(text: string): readonly string[] {
  // Transliterations of one Slavic ending are one: `Zelensky`, `Zelenskiy`, `Zelenskyy`.
  const words = foldWord(text).replace(/['’‘]s?$/, '').split(/[\s,"“”]+/).map((w) => w.replaceAll('.', '').replace(/sk(?:yy|iy|ii|ij|yi|i)$/, 'sky')).filter(Boolean);
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && endings.has(words[words.length - 1]!)) words.pop();
  return words;
}

/** A name as it stands at one place. */
export interface Form {
  readonly text: string;
  /** {@link wordsOf} the text, and the same with a space between them. */
  readonly words: readonly string[];
  readonly joined: string;
}

/** The form of a span; found once for each place of a text. */
export function formOf(view: View, span: NameSpan): Form {
  const place = span.first * 64 + Math.min(span.end - span.first, 63), known = view.forms.get(place);
  if (known && known.text.length === span.to - span.from) return known;
  const text = textOf(view, span), words = wordsOf(text), form = { text, words, joined: words.length === 1 ? words[0]! : words.join(' ') };
  view.forms.set(place, form);
  return form;
}
