import type { CorrectedStore } from '../../corpus/corrections/correctedStore';
import type { CorpusStore, EventId, EventSource, NameId } from '../../corpus/store/store';
import type { WrittenEvent } from './correctEvents';
import type { WrittenName } from './correctNames';

/** Words of an article that an event is found again by. */
const EXCERPT_WORDS = 9, LONGEST_EXCERPT = 120;

/**
 * Names as a file of corrections has them: spelled as the articles have them, with the kind only where names of several kinds are spelled
 * alike. A name that corrections have made of several is all of these. Names that are gone are left out.
 */
export async function writtenNames(store: CorrectedStore, ids: readonly NameId[]): Promise<WrittenName[]> {
  const names: WrittenName[] = [];
  for (const { name, kind } of await store.spelled(ids)) {
    const isAlone = (await store.kindsSpelled(name)).every((other) => other === kind);
    if (!names.some((other) => other.name === name && (isAlone || other.kind === kind))) names.push(isAlone ? { name } : { name, kind });
  }
  return names;
}

/** The report that an event is written down by: the earliest published. */
export async function firstReport(store: CorpusStore, id: EventId): Promise<EventSource | undefined> {
  return (await store.eventSources(id))[0];
}

/** An event as a file of corrections has it; undefined when it is gone. @param pathOf path of an article as the file has it */
export async function writtenEvent(store: CorpusStore, id: EventId, pathOf: (path: string) => string): Promise<WrittenEvent | undefined> {
  const event = await store.event(id), report = await firstReport(store, id);
  const text = report && (await store.articleText(report.passage.article.id));
  if (!event || !report || text === undefined) return undefined;
  const { start } = report.trigger, words = text.slice(start, start + LONGEST_EXCERPT).trim().split(/\s+/);
  return { title: event.title, article: pathOf(report.passage.article.path), words: words.slice(0, EXCERPT_WORDS).join(' ') };
}
