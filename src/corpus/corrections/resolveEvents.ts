import { fold } from '../fold';
import type { ArticleId, CorpusStore, EventId, EventRecord } from '../store/store';
import { type MergedEvents, mergeCorrected } from './mergedEvents';
import type { CorrectionProblem, EventReference, FolderCorrections } from './model';
import { pathIn } from './paths';

/** What corrections make of the events of an index. */
export interface ResolvedEvents {
  readonly hidden: ReadonlySet<EventId>;
  /** Events that are one, by the first of them. */
  readonly merged: ReadonlyMap<EventId, MergedEvents>;
  /** The first of the events that one belongs to. */
  readonly firstOf: ReadonlyMap<EventId, EventId>;
  /** Events that do not stand in lists: hidden ones, and all but the first of those that are one. */
  readonly unlisted: readonly EventId[];
  /** Corrections that apply to nothing, by folder. */
  readonly problems: ReadonlyMap<string, readonly CorrectionProblem[]>;
}

type Source = Pick<CorpusStore, 'articlesAt' | 'articleText' | 'events' | 'eventSources'>;

/** Events of one article, or of one title, that are looked at. */
const most = 500;

/** Works out what the corrections of events make of the events of an index. */
export async function resolveEvents(store: Source, folders: readonly FolderCorrections[]): Promise<ResolvedEvents> {
  const problems = new Map<string, CorrectionProblem[]>(), hidden = new Set<EventId>(), groups: EventRecord[][] = [];
  const find = async (folder: string, reference: EventReference): Promise<EventRecord[]> => {
    const found = await findEvents(store, folder, reference);
    if (typeof found !== 'string') return found;
    problems.set(folder, [...(problems.get(folder) ?? []), { severity: 'warning', message: found, span: reference.span }]);
    return [];
  };
  for (const { folder, corrections } of folders) {
    for (const reference of corrections.hiddenEvents) for (const { id } of await find(folder, reference)) hidden.add(id);
    for (const references of corrections.sameEvents) {
      const events: EventRecord[] = [];
      for (const reference of references) events.push(...await find(folder, reference));
      groups.push(events);
    }
  }
  const merged = new Map<EventId, MergedEvents>(), firstOf = new Map<EventId, EventId>();
  for (const group of joined(groups)) {
    const [first] = group;
    if (!first || group.length < 2) continue;
    merged.set(first.id, await mergeCorrected(store, group));
    for (const { id } of group) firstOf.set(id, first.id);
    // What is one is hidden as one.
    if (group.some(({ id }) => hidden.has(id))) for (const { id } of group) hidden.add(id);
  }
  return { hidden, merged, firstOf, problems, unlisted: [...new Set([...hidden, ...[...firstOf].flatMap(([id, first]) => (id === first ? [] : [id]))])] };
}

/** Lists that share an event are one list; each event once, in the order of the lists. */
function joined(groups: readonly (readonly EventRecord[])[]): EventRecord[][] {
  const lists: Map<EventId, EventRecord>[] = [];
  for (const group of groups) {
    const touched = lists.filter((list) => group.some(({ id }) => list.has(id))), [first = new Map<EventId, EventRecord>(), ...others] = touched;
    for (const event of [...others.flatMap((list) => [...list.values()]), ...group]) if (!first.has(event.id)) first.set(event.id, event);
    for (const list of others) lists.splice(lists.indexOf(list), 1);
    if (touched.length === 0) lists.push(first);
  }
  return lists.map((list) => [...list.values()]);
}

/** The events that a reference means, or in words why there is none. */
async function findEvents(store: Source, folder: string, { title, article: path, words }: EventReference): Promise<EventRecord[] | string> {
  const articles = path === undefined ? [undefined] : (await store.articlesAt(pathIn(folder, path))).map(({ id }) => id);
  if (articles.length === 0) return `There is no article ${path}. Correct the path, which is relative to this folder, or remove the event.`;
  const query = { order: 'newest', page: { offset: 0, limit: most } } as const;
  const found = new Map<EventId, EventRecord>();
  for (const article of articles) {
    const within = article === undefined ? {} : { article };
    const events = words === undefined || article === undefined ? await store.events({ ...query, ...within, words: title }) : await reportedWith(store, article, words);
    const titled = events.filter((event) => plain(event.title) === plain(title));
    // One verb may tell of two events; and a title may have changed since, the words do not.
    for (const event of words === undefined || titled.length > 0 ? titled : events) found.set(event.id, event);
  }
  if (found.size > 0) return [...found.values()];
  const what = title === '' ? 'event of these words' : `event “${title.slice(0, 80)}”`;
  return words === undefined ? `There is no ${what}${path === undefined ? '' : ` in ${path}`}. Write its line as the sidebar has it, or remove it.` : `There is no ${what} in ${path} that is reported with these words any more. Remove it, and correct the event anew.`;
}

/** The events that an article reports with these words, from the one on that says what happened. */
async function reportedWith(store: Source, article: ArticleId, words: string): Promise<EventRecord[]> {
  const text = (await store.articleText(article)) ?? '', wanted = plain(words), query = { order: 'newest', article, page: { offset: 0, limit: most } } as const;
  const isReported = async ({ id }: EventRecord): Promise<boolean> => (await store.eventSources(id)).some(
    ({ passage, trigger }) => passage.article.id === article && plain(text.slice(trigger.start, trigger.start + 2 * words.length + 100)).startsWith(wanted),
  );
  // The words may go on beyond the clause that reports the event, but the first of them is in it.
  for (const likely of [{ words: `${words.split(/\s+/, 1)[0]} ` }, {}]) {
    const found: EventRecord[] = [];
    for (const event of await store.events({ ...query, ...likely })) if (await isReported(event)) found.push(event);
    if (found.length > 0) return found;
  }
  return [];
}

function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}
