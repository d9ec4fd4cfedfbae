import { foldName } from '../fold';
import type { ArticleId, ArticleRecord, CorpusStore, EventHeading, EventId, EventNameCount, EventParty, EventQuery, EventRecord, EventSource, EventTypeCount, NameId, Page } from '../store/store';
import type { CorrectedNames } from './correctedNames';
import type { CorrectedName } from './nameUnits';
import type { ResolvedEvents } from './resolveEvents';

type Inner = Pick<CorpusStore, 'events' | 'countEvents' | 'eventHeadings' | 'eventTypes' | 'eventNames' | 'namesByForm' | 'event' | 'eventSources' | 'eventArticles'>;
type Filter = Omit<EventQuery, 'page' | 'order'>;

const everything = { offset: 0, limit: 1_000_000 } as const;
const all = { order: 'newest', page: { offset: 0, limit: 100_000 } } as const;

/** Events as corrections make them, over those of an index. */
export class CorrectedEvents {
  /** Events that a split name takes part in, by the name and the article that is somebody else's. */
  readonly #split = new Map<NameId, Map<ArticleId, readonly EventRecord[]>>();

  /** Names that corrections touch, by folded form. */
  readonly #touched = new Map<string, NameId[]>();

  private constructor(private readonly inner: Inner, private readonly names: CorrectedNames, private readonly resolved: ResolvedEvents) {
    for (const { id, canonical } of names.resolved.touched.values()) {
      const key = foldName(canonical);
      this.#touched.set(key, [...(this.#touched.get(key) ?? []), id]);
    }
  }

  static async over(inner: Inner, names: CorrectedNames, resolved: ResolvedEvents): Promise<CorrectedEvents> {
    const events = new CorrectedEvents(inner, names, resolved);
    for (const { name, within = [] } of names.resolved.names.flatMap(({ parts }) => parts)) {
      for (const article of within) {
        const byArticle = events.#split.get(name) ?? new Map<ArticleId, readonly EventRecord[]>();
        events.#split.set(name, byArticle.set(article, await inner.events({ ...all, name, article })));
      }
    }
    return events;
  }

  async page({ page, order, ...query }: EventQuery): Promise<readonly EventRecord[]> {
    const { unlisted } = this.resolved, translated = await this.#translated(query);
    return (await this.inner.events({ ...translated, page, order, except: [...(translated.except ?? []), ...unlisted] })).map((event) => this.#shown(event));
  }

  async count(query: Filter): Promise<number> {
    const translated = await this.#translated(query);
    return (await this.inner.countEvents(translated)) - (await this.#unlistedCount(translated));
  }

  async headings(query: Filter): Promise<readonly EventHeading[]> {
    const translated = await this.#translated(query), { unlisted } = this.resolved;
    const gone = new Map(unlisted.length === 0 ? [] : (await this.inner.eventHeadings({ ...translated, only: this.#only(translated) })).map(({ heading, count }) => [heading, count]));
    return (await this.inner.eventHeadings(translated)).map(({ heading, count }) => ({ heading, count: count - (gone.get(heading) ?? 0) })).filter(({ count }) => count > 0);
  }

  async types(query: Filter): Promise<readonly EventTypeCount[]> {
    const translated = await this.#translated(query), { unlisted } = this.resolved;
    const gone = new Map(unlisted.length === 0 ? [] : (await this.inner.eventTypes({ ...translated, only: this.#only(translated) })).map(({ type, count }) => [type, count]));
    return (await this.inner.eventTypes(translated)).map(({ type, count }) => ({ type, count: count - (gone.get(type) ?? 0) })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  }

  /** Names that corrections touch are counted one by one, the others are as the index has them. */
  async eventNames(query: Filter, page: Page): Promise<readonly EventNameCount[]> {
    const translated = await this.#translated(query), own = await this.#counted();
    if (own.gone.size === 0 && own.ids.size === 0) return this.inner.eventNames(translated, page);
    const counts = (await this.inner.eventNames(translated, everything)).filter(({ name }) => !own.gone.has(name) && !own.ids.has(name));
    for (const name of own.ids) {
      const count = await this.count({ ...query, parties: [...(query.parties ?? []), { names: [name] }] });
      if (count > 0) counts.push({ name, count });
    }
    return counts.sort((a, b) => b.count - a.count).slice(page.offset, page.offset + page.limit);
  }

  /** Names of the index that are gone, and names that take part in other events than the index says. */
  async #counted(): Promise<{ readonly gone: ReadonlySet<NameId>; readonly ids: ReadonlySet<NameId> }> {
    const { unlisted, merged } = this.resolved, { touched, names } = this.names.resolved, own = new Set(names.map(({ id }) => id));
    const others = unlisted.length === 0 ? [] : (await this.inner.eventNames({ only: unlisted }, everything)).map(({ name }) => name);
    for (const { record: { who, whom, where } } of merged.values()) for (const text of new Set([...who, ...whom, ...(where === null ? [] : [where])])) others.push(...(await this.inner.namesByForm(text)).map(({ id }) => id));
    return { gone: new Set([...touched.keys()].filter((id) => !own.has(id))), ids: new Set([...own, ...others.filter((id) => !touched.has(id))]) };
  }

  /** How many events of the index do not stand in lists. */
  unlistedCount(): Promise<number> {
    return this.#unlistedCount({});
  }

  async byId(id: EventId): Promise<EventRecord | undefined> {
    const first = this.resolved.firstOf.get(id) ?? id;
    if (this.resolved.hidden.has(first)) return undefined;
    const event = this.resolved.merged.get(first)?.record ?? (await this.inner.event(first));
    return event && this.#shown(event);
  }

  async sources(id: EventId): Promise<readonly EventSource[]> {
    const first = this.resolved.firstOf.get(id) ?? id;
    if (this.resolved.hidden.has(first)) return [];
    return this.resolved.merged.get(first)?.sources ?? this.inner.eventSources(id);
  }

  /** The articles that report each of the events: of events that are one, those of all of them. */
  async articles(ids: readonly EventId[]): Promise<ReadonlyMap<EventId, readonly ArticleRecord[]>> {
    const { firstOf, hidden, merged } = this.resolved, found = new Map(await this.inner.eventArticles(ids));
    for (const id of ids) {
      const first = firstOf.get(id) ?? id, sources = merged.get(first)?.sources;
      if (hidden.has(first)) found.delete(id);
      else if (sources) found.set(id, [...new Map(sources.map(({ passage: { article } }) => [article.id, article])).values()]);
    }
    return found;
  }

  async #unlistedCount(translated: Filter): Promise<number> {
    return this.resolved.unlisted.length === 0 ? 0 : this.inner.countEvents({ ...translated, only: this.#only(translated) });
  }

  /** Events of a query that do not stand in lists. */
  #only({ only }: Filter): readonly EventId[] {
    const { unlisted } = this.resolved;
    return only ? unlisted.filter((id) => only.includes(id)) : unlisted;
  }

  /** The query for the index: corrected names are those that they are made of, and an event is found by what those say that are one with it. */
  async #translated({ name, parties = [], only, ...rest }: Filter): Promise<Filter> {
    const asked: EventParty[] = [...(name === undefined ? [] : [{ names: [name] }]), ...parties], translated: EventParty[] = [];
    let plain: NameId | undefined;
    for (const party of asked) {
      const [single] = party.names;
      if (plain === undefined && party.names.length === 1 && !party.also && !party.not && !this.#isCorrected(single!)) plain = single;
      else translated.push(await this.#party(party));
    }
    const query: Filter = {
      ...rest, ...(plain === undefined ? {} : { name: plain }), ...(translated.length > 0 ? { parties: translated } : {}),
      ...(only ? { only: only.map((id) => this.resolved.firstOf.get(id) ?? id) } : {}),
    };
    const { words, article } = query, others = [...this.resolved.firstOf].filter(([id, first]) => id !== first).map(([id]) => id);
    if (others.length === 0 || (!words?.trim() && plain === undefined && translated.length === 0 && article === undefined)) return query;
    const found = await this.inner.events({ ...all, only: others, ...(words === undefined ? {} : { words }), ...(article === undefined ? {} : { article }), ...(plain === undefined ? {} : { name: plain }), parties: translated });
    return { ...query, alsoFound: [...(query.alsoFound ?? []), ...found.map(({ id }) => this.resolved.firstOf.get(id) ?? id)] };
  }

  #isCorrected(name: NameId): boolean {
    return this.names.resolved.touched.has(name) || this.names.corrected(name) !== undefined;
  }

  /** A party by the names of the index. Where a name is split, the events of the articles in question are told one by one. */
  async #party({ names, also = [], not = [] }: EventParty): Promise<EventParty> {
    const plain: NameId[] = [], more = new Set(also), less = new Set(not);
    for (const name of names) {
      const corrected = this.names.corrected(name);
      if (!corrected && !this.names.resolved.touched.has(name)) plain.push(name);
      for (const part of corrected?.parts ?? []) {
        if (part.within) for (const article of part.within) for (const { id } of this.#split.get(part.name)?.get(article) ?? []) more.add(id);
        else plain.push(part.name);
        if (part.without) for (const id of this.#onlyIn(part.name, part.without)) less.add(id);
      }
    }
    // What another name of the party takes part in is its event, too.
    for (const name of less.size > 0 && plain.length > 1 ? plain : []) {
      if (!this.#split.has(name)) for (const { id } of await this.inner.events({ ...all, name, only: [...less] })) less.delete(id);
    }
    return { names: plain, also: [...more], not: [...less] };
  }

  /** Events that a name takes part in, all of whose reports stand in these articles. */
  #onlyIn(name: NameId, articles: readonly ArticleId[]): EventId[] {
    const counts = new Map<EventId, { count: number; articles: number }>();
    for (const article of articles) for (const event of this.#split.get(name)?.get(article) ?? []) counts.set(event.id, { count: (counts.get(event.id)?.count ?? 0) + 1, articles: event.articles });
    return [...counts].filter(([, { count, articles: of }]) => count >= of).map(([id]) => id);
  }

  /** An event with its names as corrections have them; what is no name takes no part. */
  #shown(event: EventRecord): EventRecord {
    const whole = this.resolved.merged.get(event.id)?.record ?? event;
    if (this.names.resolved.touched.size === 0) return whole;
    const shown = (text: string): string | undefined => this.#nameIn(text, event.id);
    const list = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => shown(text) ?? []))];
    return { ...whole, who: list(whole.who), whom: list(whole.whom), where: whole.where === null ? null : shown(whole.where) ?? null };
  }

  /** How a participant is shown; undefined when it is no name. */
  #nameIn(text: string, event: EventId): string | undefined {
    const touched = this.#touched.get(foldName(text));
    if (!touched) return text;
    const corrected = touched.map((id): CorrectedName | undefined => {
      const article = [...this.#split.get(id) ?? []].find(([, events]) => events.some((each) => each.id === event))?.[0];
      return this.names.resolved.nameIn(id, article);
    });
    const [first] = corrected.filter((name) => name !== undefined);
    return first?.canonical;
  }
}
