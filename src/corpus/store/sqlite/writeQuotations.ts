import type { Quotation } from '../../../language/types';
import type { AnalysedArticle } from '../store';
import { foldedWords, hash48 } from '../../fold';
import type { Database } from './database';
import { packQuotation } from './packedQuotation';
import { rankOf } from './rank';

/** An article on its way into the index. */
export interface ArticleInsertion {
  readonly article: AnalysedArticle;
  readonly id: number;
  /** Corpus ids of `article.analysis.names`. */
  readonly ids: readonly number[];
  /** First of the consecutive ids kept free for it. */
  readonly first: number;
}

/** The token that stands for a speaker among a quotation's words. */
export function speakerToken(name: number): string {
  return `zqspeaker${name}`;
}

/** Number that stands for how a quotation begins; undefined for fewer than two words. */
export function openingOf(words: readonly string[]): number | undefined {
  return words.length < 2 ? undefined : hash48(`${words[0]} ${words[1]}`);
}

/** Writes an article's direct quotations; gives how many. */
export function insertQuotations(database: Database, insertion: ArticleInsertion & { readonly day: number; readonly tie: number }): number {
  let count = 0;
  for (const [index, quotation] of insertion.article.analysis.quotations.entries()) {
    if (quotation.form !== 'direct') continue;
    const words = foldedWords(quotation.text);
    const id = insertion.first + index;
    const name = quotation.speaker?.name ?? null;
    const speaker = name === null ? null : (insertion.ids[name] ?? null);
    database.run(
      'INSERT INTO quotation (id, article, rank, copy, speaker, opening, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id, insertion.id, rankOf(prominence(quotation, words.length), insertion.day, insertion.tie), hash48(words.join(' ')),
      speaker, openingOf(words) ?? 0, packQuotation(quotation, words),
    );
    const tokens = [...new Set(words)];
    if (speaker !== null) tokens.push(speakerToken(speaker));
    database.run('INSERT INTO quotationWords (rowid, words) VALUES (?, ?)', id, tokens.join(' '));
    count++;
  }
  return count;
}

/** A sentence somebody known said is worth more than a word in quotation marks. */
function prominence(quotation: Quotation, words: number): number {
  const length = words >= 8 && words <= 60 ? 12 : words >= 4 ? 6 : 0;
  const speaker = quotation.speaker ? (quotation.speaker.name !== null ? 6 : 3) : 0;
  return length + speaker + (quotation.cue ? 2 : 0);
}
