import { foldedWords } from '../../src/corpus/fold';
import { altered } from '../evaluate/verification/alterations';
import { quotationsIn } from './corpus/articles';
import { Random } from '../random';
import type { Articles } from './engines/engine';

/** Beginnings that many quotations have: what is dearest to complete. */
export const commonBeginnings = ['we will not', 'must before the', 'nobody who has', 'if the'] as const;

/** A quotation to be completed: what is typed, and the words it should lead to. */
export interface Typed { readonly typed: string; readonly wanted: string; readonly kind: 'beginning' | 'other order' | 'typo' }
/** A quote to be checked, and whether the corpus has it. */
export interface Checked { readonly quote: string; readonly kind: 'verbatim' | 'altered' | 'invented'; readonly long: boolean }

export interface Queries {
  readonly names: readonly string[];
  readonly typed: readonly Typed[];
  readonly checked: readonly Checked[];
  /** Words of article texts, to filter events by. */
  readonly words: readonly string[];
}

/** What an engine is asked before anything is measured, so that its code is compiled as it is for a writer who works with it, and what is measured. */
export interface AllQueries {
  readonly warming: Queries;
  readonly measured: Queries;
}

/** Somebody who is introduced as the news does it: `Ann Author, the trade minister`. */
const introduced = /(?<![\p{L}.] ?)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?=, (?:the|a|an) \p{Ll})|(?<=said )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?=[,.])/gu;

interface Draft { readonly words: readonly string[]; readonly query: Omit<Typed, 'wanted'>; readonly wanted: string }

/** Questions about a corpus, made of its own texts; the same for the same articles. */
export function makeQueries(articles: Articles, count: number, seed = 7): Queries {
  const random = new Random(seed), next = (): number => random.next();
  const texts = Array.from({ length: Math.max(count * 4, 200) }, () => articles.read(random.of(articles.paths)));
  const quotations = texts.flatMap((text) => quotationsIn(text).slice(0, 3));
  const pool = quotations.flatMap((text) => text.split(/\s+/)).filter((word) => /^\p{Ll}{5,}$/u.test(word));
  const sized = (long: boolean): string[] => quotations.filter((text) => { const { length } = text.split(/\s+/); return long ? length >= 12 && length <= 60 : length >= 5 && length < 12; });
  const checked: Checked[] = [];
  for (const long of [true, false]) {
    const all = sized(long);
    // Short quotations are rare in some corpora: parts of long ones are quoted as well.
    const quotes = all.length >= count ? all : [...all, ...sized(true).map((text) => text.split(/\s+/).slice(0, 9).join(' '))];
    for (let i = 0; i < count && quotes.length > 0; i++) {
      const quote = quotes[random.below(quotes.length)]!;
      checked.push({ quote, kind: 'verbatim', long });
      const changed = altered(long && i % 2 ? 'drop' : 'substitute', quote, next, pool, '');
      if (changed !== undefined && foldedWords(changed).join(' ') !== foldedWords(quote).join(' ')) checked.push({ quote: changed, kind: 'altered', long });
      checked.push({ quote: quote.split(/\s+/).map((word) => (/\p{L}{4}/u.test(word) ? random.of(pool) : word)).join(' '), kind: 'invented', long });
    }
  }
  const names = texts.flatMap((text) => [...text.matchAll(introduced)].slice(0, 2).map(([name]) => name));
  return {
    names: Array.from({ length: names.length > 0 ? count : 0 }, (_, i) => (i % 4 === 3 ? random.of(names).split(' ').at(-1)! : random.of(names))),
    typed: singledOut(articles, drafts(quotations, random, count * 3)).slice(0, count),
    checked,
    words: Array.from({ length: count }, () => random.of(pool)),
  };
}

function drafts(quotations: readonly string[], random: Random, count: number): Draft[] {
  const made: Draft[] = [];
  for (let tries = 0; made.length < count && tries < count * 10 && quotations.length > 0; tries++) {
    const text = random.of(quotations), words = foldedWords(text);
    if (words.length < 8) continue;
    const wanted = words.join(' ');
    if (tries % 3 === 0) {
      const typed = words.slice(0, random.between(4, 7)), last = typed.pop()!;
      made.push({ words: typed, wanted, query: { kind: 'beginning', typed: [...typed, last.slice(0, Math.max(2, last.length - 2))].join(' ') } });
      continue;
    }
    const long = [...new Set(words.filter((word) => word.length >= 5))];
    if (long.length < 4) continue;
    const chosen = long.sort(() => random.next() - 0.5).slice(0, random.between(3, 4));
    if (tries % 3 === 1) { made.push({ words: chosen, wanted, query: { kind: 'other order', typed: chosen.join(' ') } }); continue; }
    const at = chosen.findIndex((word) => word.length >= 6);
    if (at < 0) continue;
    const slip = chosen[at]!, cut = random.between(2, slip.length - 2);
    made.push({ words: chosen, wanted, query: { kind: 'typo', typed: chosen.map((word, i) => (i === at ? slip.slice(0, cut) + slip.slice(cut + 1) : word)).join(' ') } });
  }
  return made;
}

/** Those whose words no other quotation of the corpus has together: one look at every quotation. */
function singledOut(articles: Articles, all: readonly Draft[]): Typed[] {
  const byWord = new Map<string, number[]>(), others = all.map(() => false);
  all.forEach(({ words }, i) => {
    const longest = [...words].sort((a, b) => b.length - a.length)[0]!;
    const list = byWord.get(longest);
    if (list) list.push(i);
    else byWord.set(longest, [i]);
  });
  for (const path of articles.paths) {
    for (const quotation of quotationsIn(articles.read(path))) {
      const words = foldedWords(quotation);
      let set: Set<string> | undefined, joined: string | undefined;
      for (const word of new Set(words)) {
        for (const i of byWord.get(word) ?? []) {
          set ??= new Set(words);
          const { words: needed, wanted } = all[i]!;
          if (!others[i] && needed.every((each) => set!.has(each)) && wanted !== (joined ??= words.join(' '))) others[i] = true;
        }
      }
    }
  }
  return all.filter((_, i) => !others[i]).map(({ query, wanted }) => ({ ...query, wanted }));
}
