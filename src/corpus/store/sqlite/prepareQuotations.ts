import type { Quotation } from '../../../language/types';
import { foldedWords, hash48 } from '../../fold';
import { packQuotation } from './packedQuotation';
import { rankOf } from './rank';

/** A direct quotation as its rows take it. */
export interface PreparedQuotation {
  /** Position among the article's quotations. */
  readonly index: number;
  readonly rank: number;
  /** Equal for quotations with the same folded words; those that begin alike stand beside each other ({@link copyNumber}). */
  readonly copy: number;
  /** Who speaks, as an index into the article's prepared names. */
  readonly speaker: number | null;
  /** Folded words, each once. */
  readonly words: string;
  readonly data: Uint8Array;
}

export interface QuotationPlace {
  /** Index among the prepared names of a name of the analysis. */
  readonly indexOf: (name: number) => number | null;
  readonly day: number;
  readonly tie: number;
}

/** How many numbers quotations that begin alike have to themselves. */
const REST = 2 ** 24;

/** Number that stands for a quotation's folded words: how it begins, then the whole. */
function copyNumber(words: readonly string[]): number {
  return (hash48(`${words[0] ?? ''} ${words[1] ?? ''}`) % REST) * REST + (hash48(words.join(' ')) % REST);
}

/** First and last of the numbers of quotations that begin with these words; undefined for fewer than two. */
export function copiesThatBegin(words: readonly string[]): readonly [number, number] | undefined {
  const first = copyNumber(words);
  return words.length < 2 ? undefined : [first - (first % REST), first - (first % REST) + REST - 1];
}

/** The direct ones among an article's quotations. */
export function prepareQuotations(quotations: readonly Quotation[], { indexOf, day, tie }: QuotationPlace): PreparedQuotation[] {
  return quotations.flatMap((quotation, index): PreparedQuotation[] => {
    if (quotation.form !== 'direct') return [];
    const words = foldedWords(quotation.text);
    const name = quotation.speaker?.name ?? null;
    return [{
      index, rank: rankOf(prominence(quotation, words.length), day, tie), copy: copyNumber(words), speaker: name === null ? null : indexOf(name),
      words: [...new Set(words)].join(' '), data: packQuotation(quotation, words),
    }];
  });
}

/** A sentence somebody known said is worth more than a word in quotation marks. */
function prominence(quotation: Quotation, words: number): number {
  const length = words >= 8 && words <= 60 ? 12 : words >= 4 ? 6 : 0;
  const speaker = quotation.speaker ? (quotation.speaker.name !== null ? 6 : 3) : 0;
  return length + speaker + (quotation.cue ? 2 : 0);
}
