import { foldWord } from './hash';
import { textOf, type NameSpan } from './spans';
import type { View } from './view';

const endings = new Set(['inc', 'corp', 'corporation', 'ltd', 'limited', 'co', 'company', 'plc', 'llc', 'ag', 'gmbh', 'sa', 's.a.', 'nv', 'n.v.', 'ab', 'spa', 'group', 'holdings']);

/** A name's characters, and what they say of it wherever they stand. */
export interface Form {
  readonly text: string;
  /** The words, folded, without article, full stops and company ending; and the same with a space between them. */
  readonly words: readonly string[];
  readonly joined: string;
}

/** The form of some characters. */
export function formOfText(text: string): Form {
  const known = met.get(text);
  if (known) return known;
  // A string of its own, which keeps no article in memory.
  const own = ` ${text}`.slice(1), words = splitWords(own), form = { text: own, words, joined: words.length === 1 ? words[0]! : words.join(' ') };
  if (own.length > longestKept) return form;
  if (met.size >= mostMet) met.clear();
  met.set(own, form);
  return form;
}

/** The forms met last: the same ones return in every article. */
const met = new Map<string, Form>();
const mostMet = 8192, longestKept = 100;

/** Words of a name, folded, without article, full stops and company ending. */
export const wordsOf = (text: string): readonly string[] => formOfText(text).words;

function splitWords(text: string): readonly string[] {
  // Transliterations of one Slavic ending are one: `Zelensky`, `Zelenskiy`, `Zelenskyy`.
  const words = foldWord(text).replace(/['’‘]s?$/, '').split(/[\s,"“”]+/).map((w) => w.replaceAll('.', '').replace(/sk(?:yy|iy|ii|ij|yi|i)$/, 'sky')).filter(Boolean);
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && endings.has(words[words.length - 1]!)) words.pop();
  return words;
}

/** The form of a span. */
export const formOf = (view: View, span: NameSpan): Form => (span.form ??= formOfText(textOf(view, span)));
