import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore, NameRecord, Passage } from '../corpus/store/store';
import type { DraftText } from '../draft/text';
import type { Span, TextSpan } from '../language/types';

/** More passages than this are no help to read. */
const MOST = 500;

/** Every mention of whom a name may mean: passages of the corpus, most telling first; empty when no reading is a name. */
export async function nameReferences(store: CorpusStore, phrases: readonly TextSpan[], token: Cancellation = neverCancelled): Promise<{ readonly names: readonly NameRecord[]; readonly passages: readonly Passage[] }> {
  for (const phrase of phrases) {
    const names = await store.namesByForm(phrase.text);
    if (names.length === 0) continue;
    const passages: Passage[] = [];
    for (const name of names) {
      if (token.isCancellationRequested) return { names, passages };
      passages.push(...(await store.mentions(name.id, { offset: 0, limit: MOST })).map(({ mention }) => mention));
    }
    return { names, passages };
  }
  return { names: [], passages: [] };
}

/** Where a draft's prose uses the full form or an alias of these names, longest form first; ascending and disjoint. */
export function usesInDraft(draft: DraftText, names: readonly NameRecord[]): Span[] {
  const forms = [...new Set(names.flatMap((name) => [name.canonical, ...name.aliases]))].sort((a, b) => b.length - a.length);
  const found: Span[] = [];
  for (const { start, end } of draft.prose) {
    const text = draft.text.slice(start, end);
    for (const form of forms) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
        const whole = !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + form.length));
        const span = { start: start + at, end: start + at + form.length };
        if (whole && !found.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
