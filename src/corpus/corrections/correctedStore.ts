import type { Problem } from '../../article/article';
import { foldName } from '../fold';
import type * as Api from '../store/store';
import type { CorpusStore } from '../store/store';
import { CorrectedEvents } from './correctedEvents';
import { CorrectedNames } from './correctedNames';
import { CorrectedQuotations } from './correctedQuotations';
import type { CorrectionProblem, FolderCorrections } from './model';
import { resolveEvents } from './resolveEvents';
import { resolveNames } from './resolveNames';

/** What the corrections make of the index as it stands. */
interface Corrected {
  readonly names: CorrectedNames;
  readonly quotations: CorrectedQuotations;
  readonly events: CorrectedEvents;
  readonly problems: ReadonlyMap<string, readonly CorrectionProblem[]>;
}

/**
 * An index as the writer's corrections of names and events make it. The index below stays as it is: a correction that is
 * taken back leaves nothing behind, and none needs an article read again. Corrections of articles are not its business.
 */
export class CorrectedStore implements CorpusStore {
  readonly #listeners = new Set<() => void>();
  #folders: readonly FolderCorrections[] = [];
  #corrected: Promise<Corrected> | undefined;

  constructor(private readonly inner: CorpusStore) {
    inner.onDidChange(() => this.#changed());
  }

  /** Puts these corrections in place of those before. */
  correct(folders: readonly FolderCorrections[]): void {
    const before = this.#folders;
    this.#folders = folders.filter(({ corrections: { same, renames, splits, noNames, hiddenEvents, sameEvents } }) => [same, renames, splits, noNames, hiddenEvents, sameEvents].some((list) => list.length > 0));
    if (before.length > 0 || this.#folders.length > 0) this.#changed();
  }

  /** Corrections that apply to nothing, by folder. */
  async correctionProblems(): Promise<ReadonlyMap<string, readonly CorrectionProblem[]>> {
    return (await this.#resolve())?.problems ?? new Map<string, CorrectionProblem[]>();
  }

  /** Names of the index that names are spelled after, as a file of corrections calls them; names that are gone are left out. */
  async spelled(ids: readonly Api.NameId[]): Promise<{ readonly name: string; readonly kind: Api.NameRecord['kind'] }[]> {
    const found: { readonly name: string; readonly kind: Api.NameRecord['kind'] }[] = [];
    for (const id of ids) {
      const corrected = (await this.#resolve())?.names.corrected(id), name = corrected ? undefined : await this.name(id);
      found.push(...(corrected?.spelled ?? (name ? [{ name: name.canonical, kind: name.kind }] : [])));
    }
    return found;
  }

  /** Counts of the index below, which cost nothing. */
  uncorrectedCounts(): Promise<Api.StoreCounts> { return this.inner.counts(); }

  /** Kinds of the names of the index that are spelled so. */
  async kindsSpelled(name: string): Promise<readonly Api.NameRecord['kind'][]> {
    const folded = foldName(name);
    return (await this.inner.namesByForm(name)).filter(({ canonical }) => foldName(canonical) === folded).map(({ kind }) => kind);
  }

  replace(files: readonly (Api.IndexedFile | Api.PreparedFile)[]): Promise<void> { return this.inner.replace(files); }
  remove(paths: readonly string[]): Promise<void> { return this.inner.remove(paths); }
  clear(): Promise<void> { return this.inner.clear(); }
  eachStamp(tell: (path: string, stamp: Api.FileStamp) => void): Promise<void> { return this.inner.eachStamp(tell); }
  restamp(path: string, stamp: Api.FileStamp): Promise<void> { return this.inner.restamp(path, stamp); }
  problems(): Promise<readonly Problem[]> { return this.inner.problems(); }

  articlesLacking(): Promise<Api.ArticlesLacking> { return this.inner.articlesLacking(); }

  async counts(): Promise<Api.StoreCounts> {
    const counts = await this.inner.counts(), corrected = await this.#resolve();
    if (!corrected) return counts;
    const { touched, names } = corrected.names.resolved;
    return { ...counts, names: counts.names - touched.size + names.length, events: counts.events - (await corrected.events.unlistedCount()) };
  }

  articles(page: Api.Page): Promise<readonly Api.ArticleRecord[]> { return this.inner.articles(page); }
  articleIds(): Promise<Api.ArticleIds> { return this.inner.articleIds(); }
  articlesById(ids: readonly Api.ArticleId[]): Promise<ReadonlyMap<Api.ArticleId, Api.ArticleRecord>> { return this.inner.articlesById(ids); }
  article(id: Api.ArticleId): Promise<Api.ArticleRecord | undefined> { return this.inner.article(id); }
  articlesAt(path: string): Promise<readonly Api.ArticleRecord[]> { return this.inner.articlesAt(path); }
  articleText(id: Api.ArticleId): Promise<string | undefined> { return this.inner.articleText(id); }

  async name(id: Api.NameId): Promise<Api.NameRecord | undefined> { return ((await this.#names()) ?? this.inner).name(id); }

  async namesByForm(form: string, limit?: number): Promise<readonly Api.NameRecord[]> {
    return (await this.#names())?.byForm(form, limit) ?? this.inner.namesByForm(form, limit);
  }

  async namesByPrefix(prefix: string, limit: number): Promise<readonly Api.NameRecord[]> {
    return (await this.#names())?.byPrefix(prefix, limit) ?? this.inner.namesByPrefix(prefix, limit);
  }

  async namesBySlip(form: string, limit: number): Promise<readonly Api.NameRecord[]> {
    return (await this.#names())?.bySlip(form, limit) ?? this.inner.namesBySlip(form, limit);
  }

  async names(page: Api.Page, which?: Api.NameChoice): Promise<readonly Api.NameRecord[]> {
    return (await this.#names())?.page(page, which) ?? this.inner.names(page, which);
  }

  async countNames(kind: Api.NameRecord['kind']): Promise<number> {
    return (await this.#names())?.count(kind) ?? this.inner.countNames(kind);
  }

  async mentions(name: Api.NameId | readonly Api.NamePart[], page: Api.Page): Promise<readonly Api.MentionRecord[]> {
    return ((await this.#names()) ?? this.inner).mentions(name, page);
  }

  mentionCounts(parts: readonly Api.NamePart[]): Promise<Pick<Api.NameRecord, 'mentions' | 'articles'>> { return this.inner.mentionCounts(parts); }
  async company(name: Api.NameId, limit: number): Promise<readonly Api.NameRecord[]> { return ((await this.#names()) ?? this.inner).company(name, limit); }

  async quotations(query: Api.QuotationQuery): Promise<readonly Api.QuotationRecord[]> {
    return (await this.#resolve())?.quotations.search(query) ?? this.inner.quotations(query);
  }

  async quotation(id: number): Promise<Api.QuotationRecord | undefined> {
    const quotation = await this.inner.quotation(id);
    return quotation && ((await this.#resolve())?.quotations.shown(quotation) ?? quotation);
  }

  async quotationsOf(article: Api.ArticleId): Promise<readonly Api.QuotationRecord[]> {
    const found = await this.inner.quotationsOf(article), corrected = await this.#resolve();
    return corrected ? found.map((quotation) => corrected.quotations.shown(quotation)) : found;
  }

  likelyArticles(passage: string, limit: number, which?: Api.Likelihood): Promise<readonly Api.LikelyArticle[]> { return this.inner.likelyArticles(passage, limit, which); }
  wordFrequencies(words: readonly string[]): Promise<ReadonlyMap<string, number>> { return this.inner.wordFrequencies(words); }
  passages(words: string, limit: number): Promise<readonly Api.Passage[]> { return this.inner.passages(words, limit); }

  async events(query: Api.EventQuery): Promise<readonly Api.EventRecord[]> {
    return (await this.#resolve())?.events.page(query) ?? this.inner.events(query);
  }

  async countEvents(query: Omit<Api.EventQuery, 'page' | 'order'>): Promise<number> {
    return (await this.#resolve())?.events.count(query) ?? this.inner.countEvents(query);
  }

  async eventHeadings(query: Omit<Api.EventQuery, 'page' | 'order'>): Promise<readonly Api.EventHeading[]> {
    return (await this.#resolve())?.events.headings(query) ?? this.inner.eventHeadings(query);
  }

  async eventTypes(query: Omit<Api.EventQuery, 'page' | 'order'>): Promise<readonly Api.EventTypeCount[]> {
    return (await this.#resolve())?.events.types(query) ?? this.inner.eventTypes(query);
  }

  async eventNames(query: Omit<Api.EventQuery, 'page' | 'order'>, page: Api.Page): Promise<readonly Api.EventNameCount[]> {
    return (await this.#resolve())?.events.eventNames(query, page) ?? this.inner.eventNames(query, page);
  }

  async event(id: Api.EventId): Promise<Api.EventRecord | undefined> {
    const corrected = await this.#resolve();
    return corrected ? corrected.events.byId(id) : this.inner.event(id);
  }

  async eventSources(id: Api.EventId): Promise<readonly Api.EventSource[]> {
    return (await this.#resolve())?.events.sources(id) ?? this.inner.eventSources(id);
  }

  async eventArticles(ids: readonly Api.EventId[]): Promise<ReadonlyMap<Api.EventId, readonly Api.ArticleRecord[]>> {
    return (await this.#resolve())?.events.articles(ids) ?? this.inner.eventArticles(ids);
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  release(): Promise<void> { return this.inner.release(); }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.inner.close();
  }

  async #names(): Promise<CorrectedNames | undefined> {
    return (await this.#resolve())?.names;
  }

  /** What the corrections make of the index; undefined when there are none. Worked out once after each change of either. */
  async #resolve(): Promise<Corrected | undefined> {
    if (this.#folders.length === 0) return undefined;
    if (!this.#corrected) {
      const working = this.#workOut();
      this.#corrected = working;
      working.catch(() => { if (this.#corrected === working) this.#corrected = undefined; });
    }
    return this.#corrected;
  }

  async #workOut(): Promise<Corrected> {
    const { inner } = this, folders = this.#folders;
    const names = new CorrectedNames(inner, await resolveNames(inner, folders)), found = await resolveEvents(inner, folders), problems = new Map<string, CorrectionProblem[]>();
    for (const [folder, told] of [...names.resolved.problems, ...found.problems]) problems.set(folder, [...(problems.get(folder) ?? []), ...told]);
    return { names, quotations: new CorrectedQuotations(inner, names), events: await CorrectedEvents.over(inner, names, found), problems };
  }

  #changed(): void {
    this.#corrected = undefined;
    for (const listener of [...this.#listeners]) listener();
  }
}
