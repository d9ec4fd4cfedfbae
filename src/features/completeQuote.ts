import { foldedWords } from '../corpus/fold';
import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore, NameId, QuotationRecord } from '../corpus/store/store';

export interface CompleteQuoteRequest {
  /** What stands between the opening mark and the cursor; empty right after the mark. */
  readonly typed: string;
  /** Forms of names in the sentence of the draft, nearest to the cursor first; quotations by their bearers come first. */
  readonly named: readonly string[];
  /** At most this many; an editor shows 50 without a pause. */
  readonly limit: number;
}

/** Bearers of one form whose quotations come first: of a surname the most mentioned. */
const BEARERS = 50;

/** Quotations that fit what was typed, in any order of words and with slips, best first; empty when nothing fits. */
export async function completeQuote(store: CorpusStore, request: CompleteQuoteRequest, token: Cancellation = neverCancelled): Promise<readonly QuotationRecord[]> {
  const preferSpeakers: NameId[] = [];
  for (const form of request.named.slice(0, 6)) {
    for (const name of await store.namesByForm(form, BEARERS)) if (!preferSpeakers.includes(name.id)) preferSpeakers.push(name.id);
    if (token.isCancellationRequested) return [];
  }
  const found = await store.quotations({ words: request.typed, preferSpeakers, limit: request.limit });
  return token.isCancellationRequested ? [] : phraseFirst(found, request.typed, preferSpeakers);
}

const folded = (text: string): string => ` ${foldedWords(text).join(' ')}`;

/**
 * The store weighs whole words; the last one is often still being typed. Quotations that hold the words as they stand, its beginning
 * included, come before those that hold them scattered; the order is kept otherwise, and that of the preferred speakers above all.
 */
function phraseFirst(found: readonly QuotationRecord[], typed: string, preferred: readonly NameId[]): readonly QuotationRecord[] {
  const phrase = folded(typed);
  if (phrase.trim() === '') return found;
  const weight = ({ speaker, passage }: QuotationRecord): number =>
    (speaker && speaker.name !== null && preferred.includes(speaker.name) ? 2 : 0) + (folded(passage.text).includes(phrase) ? 1 : 0);
  const weighed = found.map((quotation) => ({ quotation, weight: weight(quotation) }));
  return weighed.sort((a, b) => b.weight - a.weight).map(({ quotation }) => quotation);
}
