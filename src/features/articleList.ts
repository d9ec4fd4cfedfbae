import { foldedWords, hash48 } from '../corpus/fold';
import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { ArticleId, ArticleRecord, CorpusStore } from '../corpus/store/store';
import { turn } from '../corpus/turns';
import { fileName, nameSource } from './sourceLabel';
import { bareAddress } from './verification/citation';

/**
 * What lists find and order articles by, newest first and unknown dates last, those of one day as they came into the index. Columns of the same length and
 * no articles: there may be a million of them, and a page shows a few.
 */
export interface ArticleList {
  readonly ids: readonly ArticleId[];
  /** Outlet, headline or first words, byline, date in words and file name, in lower case. */
  readonly words: readonly string[];
  /** Words of the text. */
  readonly sizes: Int32Array;
  /** Places in {@link outletNames} and {@link dateNames}. */
  readonly outlets: Int32Array;
  readonly dates: Int32Array;
  /** {@link titleKey} of the headline and {@link addressKey} of the address; 0 where none is stated. */
  readonly titles: Int32Array;
  readonly addresses: Int32Array;
  /** The outlets and ISO dates that are stated; undefined, at place 0, stands for none. */
  readonly outletNames: readonly (string | undefined)[];
  readonly dateNames: readonly (string | undefined)[];
}

/** Milliseconds after which a list that nobody asked for is let go of: less than the server takes to give memory back. */
const KEPT = 30_000;
/** Articles read in one go, and places looked at before others may get a turn. */
const BATCH = 200, STRIDE = 2_000;

/** The list of a store's articles; kept while it is in use, and brought up to date by what has come and gone. */
export function articleList(store: CorpusStore): Promise<ArticleList> {
  let kept = lists.get(store);
  if (!kept) lists.set(store, kept = new KeptList(store));
  return kept.upToDate();
}

const lists = new WeakMap<CorpusStore, KeptList>();

class KeptList {
  private list: Columns | undefined;
  private changed = false;
  private reading: Promise<Columns> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly store: CorpusStore) {
    store.onDidChange(() => { this.changed = true; });
  }

  /** @param joins whether a reading under way is good enough although something has changed since it began */
  upToDate(joins = false): Promise<ArticleList> {
    this.keep();
    if (this.reading && this.changed && !joins) {
      // While the corpus changes all the time, one more round is enough.
      const again = (): Promise<ArticleList> => this.upToDate(true);
      return this.reading.then(again, again);
    }
    if (this.list && !this.changed && !this.reading) return Promise.resolve(this.list);
    return this.reading ??= this.read().finally(() => {
      this.reading = undefined;
      this.keep();
    });
  }

  private keep(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.list = undefined; }, KEPT);
    this.timer.unref();
  }

  private async read(): Promise<Columns> {
    this.changed = false;
    try {
      return this.list = await read(this.store, this.list);
    } catch (error) {
      this.changed = true;
      throw error;
    }
  }
}

class Columns implements ArticleList {
  readonly words: string[];
  readonly sizes: Int32Array;
  readonly outlets: Int32Array;
  readonly dates: Int32Array;
  readonly titles: Int32Array;
  readonly addresses: Int32Array;

  constructor(private readonly generation: number, readonly ids: readonly ArticleId[], private readonly outletTable = new Table(), private readonly dateTable = new Table()) {
    const column = (): Int32Array => new Int32Array(ids.length);
    this.words = new Array<string>(ids.length).fill('');
    [this.sizes, this.outlets, this.dates, this.titles, this.addresses] = [column(), column(), column(), column(), column()];
  }

  get outletNames(): readonly (string | undefined)[] { return this.outletTable.values; }
  get dateNames(): readonly (string | undefined)[] { return this.dateTable.values; }

  /** Columns for other articles, with the same tables. */
  for(ids: readonly ArticleId[]): Columns {
    return new Columns(this.generation, ids, this.outletTable, this.dateTable);
  }

  isOf(generation: number): boolean {
    return this.generation === generation;
  }

  put(at: number, article: ArticleRecord): void {
    const { outlet, byline, published, title, url } = article.metadata, name = nameSource(article);
    this.words[at] = [outlet?.value, name.headline, byline?.value, name.published, fileName(article.path)].filter(Boolean).join(' ').toLowerCase();
    this.sizes[at] = article.words;
    this.outlets[at] = this.outletTable.place(outlet?.value);
    this.dates[at] = this.dateTable.place(published?.value);
    this.titles[at] = title ? titleKey(foldedWords(title.value)) : 0;
    this.addresses[at] = url ? addressKey(url.value) : 0;
  }

  copy(at: number, from: Columns, place: number): void {
    this.words[at] = from.words[place]!;
    this.sizes[at] = from.sizes[place]!;
    this.outlets[at] = from.outlets[place]!;
    this.dates[at] = from.dates[place]!;
    this.titles[at] = from.titles[place]!;
    this.addresses[at] = from.addresses[place]!;
  }
}

/** Texts that many articles share, each once. */
class Table {
  readonly values: (string | undefined)[] = [undefined];
  private readonly places = new Map<string, number>();

  place(value: string | undefined): number {
    if (value === undefined) return 0;
    let place = this.places.get(value);
    if (place === undefined) {
      this.places.set(value, place = this.values.length);
      this.values.push(value);
    }
    return place;
  }
}

/** @param last the list as it was: what is known of an article is not read again */
async function read(store: CorpusStore, last: Columns | undefined): Promise<Columns> {
  const { generation, ids } = await store.articleIds(), before = last?.isOf(generation) ? last : undefined, places = await placesOf(before), fresh: number[] = [];
  const list = before ? before.for(ids) : new Columns(generation, ids);
  for (let at = 0; at < ids.length; at++) {
    if (at % STRIDE === 0) await turn();
    const place = places[ids[at]!] ?? 0;
    if (before && place > 0) list.copy(at, before, place - 1);
    else fresh.push(at);
  }
  const gone = new Set<number>();
  for (let from = 0; from < fresh.length; from += BATCH) {
    await turn();
    const some = fresh.slice(from, from + BATCH), records = await store.articlesById(some.map((at) => ids[at]!));
    for (const at of some) {
      const record = records.get(ids[at]!);
      if (record) list.put(at, record);
      else gone.add(at);
    }
  }
  if (gone.size === 0) return list;
  const left = list.for(ids.filter((_, at) => !gone.has(at)));
  for (let at = 0, to = 0; at < ids.length; at++) if (!gone.has(at)) left.copy(to++, list, at);
  return left;
}

/** Where each article stands in a list, from 1, by its id. */
async function placesOf(list: Columns | undefined): Promise<Int32Array> {
  if (!list) return new Int32Array(0);
  let most = 0;
  for (const id of list.ids) most = Math.max(most, id);
  const places = new Int32Array(most + 1);
  for (let at = 0; at < list.ids.length; at++) {
    if (at % STRIDE === 0) await turn();
    places[list.ids[at]!] = at + 1;
  }
  return places;
}

/** Adds a folded word to the key of the words before it; 0 stands for no words. */
export function withWord(key: number, word: string): number {
  return (Math.imul(key ^ hash48(word) % 2 ** 31, 0x01000193) | 1);
}

/** A whole number, not 0, that stands for the folded words of a headline, one after the other; 0 for none. */
export function titleKey(words: readonly string[]): number {
  return words.reduce(withWord, 0);
}

/** A whole number, not 0, that stands for a web address; letters of either case count as equal. */
export function addressKey(address: string): number {
  return titleKey([bareAddress(address).toLowerCase()]);
}

/** Tells whether an article has all of the words, the beginning of each is enough; blank: every one has. */
export function hasWords(list: ArticleList, words: string): (at: number) => boolean {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return (at) => wanted.every((word) => list.words[at]!.includes(word));
}

/** The first places of a list that a test lets through, in order, as far as somebody waits for them; other work gets its turn meanwhile. */
export async function placesThat(list: ArticleList, passes: (at: number) => boolean, most = Infinity, token: Cancellation = neverCancelled): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < list.ids.length && found.length < most && !token.isCancellationRequested; at++) {
    if (at % STRIDE === 0) await turn();
    if (passes(at)) found.push(at);
  }
  return found;
}
