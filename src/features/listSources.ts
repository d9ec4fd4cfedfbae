import { First } from '../corpus/firstOf';
import type { ArticleId, ArticleRecord, CorpusStore, Page } from '../corpus/store/store';
import { turn } from '../corpus/turns';
import { type ArticleList, articleList, hasWords, placesThat } from './articleList';
import { articleKey, type SourceUse } from './draftOverview';

export interface SourceSelection {
  /** Words of outlet, headline, byline, date or file name, the beginning of each is enough; blank: all. */
  readonly words: string;
  readonly order: 'date' | 'outlet' | 'words' | 'use';
  /** `incomplete`: articles of which date or outlet are stated nowhere. */
  readonly show: 'all' | 'used' | 'unused' | 'incomplete';
}

/** An article as the list of sources has it. */
export interface ListedSource {
  readonly article: ArticleRecord;
  readonly use: SourceUse;
}

/** Places looked at before others may get a turn, and an offset from which on all are put in order, which is rarely asked for. */
const STRIDE = 2_000, DEEP = 20_000;

const unused: SourceUse = { quoted: 0, cited: 0 };

/** The articles of a selection, in order, and how many there are in all. */
export async function listSources(store: CorpusStore, selection: SourceSelection, use: ReadonlyMap<string, SourceUse>, page: Page): Promise<{ readonly total: number; readonly sources: readonly ListedSource[] }> {
  const listed = (articles: readonly ArticleRecord[]): ListedSource[] => articles.map((article) => ({ article, use: use.get(articleKey(article)) ?? unused }));
  // All of them as the index has them: no list of them need be kept.
  if (selection.words.trim() === '' && selection.show === 'all' && selection.order === 'date') return { total: (await store.counts()).articles, sources: listed(await store.articles(page)) };
  const list = await articleList(store), used = await useById(store, use), isShown = shownBy(list, selection.show, used), isWanted = hasWords(list, selection.words);
  const found = await placesThat(list, (at) => isShown(at) && isWanted(at));
  const shown = (await inOrder(list, found, selection.order, used, page)).map((at) => list.ids[at]!), records = await store.articlesById(shown);
  return { total: found.length, sources: listed(shown.flatMap((id) => records.get(id) ?? [])) };
}

/** How often drafts quote or cite articles, by id. */
async function useById(store: CorpusStore, use: ReadonlyMap<string, SourceUse>): Promise<Map<ArticleId, number>> {
  const used = new Map<ArticleId, number>();
  for (const path of new Set([...use.keys()].map((key) => key.slice(key.indexOf(' ') + 1)))) {
    for (const article of await store.articlesAt(path)) {
      const found = use.get(articleKey(article));
      if (found) used.set(article.id, found.quoted + found.cited);
    }
  }
  return used;
}

function shownBy(list: ArticleList, show: SourceSelection['show'], used: ReadonlyMap<ArticleId, number>): (at: number) => boolean {
  switch (show) {
    case 'all': return () => true;
    case 'used': return (at) => used.has(list.ids[at]!);
    case 'unused': return (at) => !used.has(list.ids[at]!);
    case 'incomplete': return (at) => list.dates[at] === 0 || list.outlets[at] === 0;
  }
}

/** A stretch of the places in the wanted order; articles that stand equal keep theirs, newest first. */
async function inOrder(list: ArticleList, places: readonly number[], order: SourceSelection['order'], used: ReadonlyMap<ArticleId, number>, { offset, limit }: Page): Promise<readonly number[]> {
  if (order === 'date') return places.slice(offset, offset + limit);
  const keyOf = keyIn(list, order, used), compared = (a: number, b: number): number => keyOf(a) - keyOf(b) || a - b;
  if (offset > DEEP) return [...places].sort(compared).slice(offset, offset + limit);
  const first = new First(compared, offset + limit);
  for (const [i, place] of places.entries()) {
    if (i % STRIDE === 0) await turn();
    first.add(place);
  }
  return first.taken().slice(offset);
}

/** Numbers of which the smallest stands first. */
function keyIn(list: ArticleList, order: 'outlet' | 'words' | 'use', used: ReadonlyMap<ArticleId, number>): (at: number) => number {
  switch (order) {
    case 'words': return (at) => -list.sizes[at]!;
    case 'use': return (at) => -(used.get(list.ids[at]!) ?? 0);
    case 'outlet': {
      const ranks = ranksOf(list.outletNames);
      return (at) => ranks[list.outlets[at]!]!;
    }
  }
}

/** The place of each outlet in their order: by letters, unknown last. */
function ranksOf(names: readonly (string | undefined)[]): number[] {
  const collator = new Intl.Collator('en'), ranks = new Array<number>(names.length).fill(0);
  const order = names.map((_, place) => place).sort((a, b) => (a === 0 ? 1 : b === 0 ? -1 : collator.compare(names[a]!, names[b]!)));
  for (const [rank, place] of order.entries()) ranks[place] = rank;
  return ranks;
}
