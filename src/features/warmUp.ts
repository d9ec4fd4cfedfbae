import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore } from '../corpus/store/store';
import { turn } from '../corpus/turns';
import { citeName } from './citeName';
import { completeQuote } from './completeQuote';
import { QuoteFinder } from './verification/verifyQuote';

/** Names and articles that are asked after. */
const ROUNDS = 12;
/** Words of a quotation that are typed, and of one that counts as short. */
const TYPED = 3, SHORT = 8;

/**
 * Asks a store what a writer asks: who somebody is, how a quotation goes on, whether a quote stands anywhere. The first answers take several times as long as
 * those that follow, since their code has yet to be compiled and their pages to be read: the writer is not to wait for that. Others have their turns meanwhile.
 * @returns how many questions were asked; 0 for an empty corpus
 */
export async function warmUp(store: CorpusStore, token: Cancellation = neverCancelled): Promise<number> {
  const finder = new QuoteFinder(store);
  let asked = 0;
  const ask = async (question: () => Promise<unknown>): Promise<void> => {
    if (token.isCancellationRequested) return;
    await turn();
    await question();
    asked++;
  };
  try {
    for (const { canonical } of await store.names({ offset: 0, limit: ROUNDS })) {
      await ask(() => citeName(store, { phrases: [{ start: 0, end: canonical.length, text: canonical }], context: '' }, token));
    }
    for (const { id } of await store.articles({ offset: 0, limit: ROUNDS })) {
      const [quotation] = token.isCancellationRequested ? [] : await store.quotationsOf(id);
      if (!quotation) continue;
      const { text } = quotation.passage, words = text.split(/\s+/);
      for (const typed of [words.slice(0, TYPED), words.slice(0, TYPED).reverse()]) await ask(() => completeQuote(store, { typed: typed.join(' '), named: [], limit: 50 }, token));
      for (const quote of [text, words.filter((_, i) => i !== 4).join(' '), words.slice(0, SHORT).join(' '), [...words].reverse().join(' ')]) await ask(() => finder.verify(quote, {}, token));
    }
    return asked;
  } finally {
    finder.dispose();
  }
}
