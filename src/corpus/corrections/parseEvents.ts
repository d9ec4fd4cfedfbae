import { isMap, isSeq } from 'yaml';
import type { Corrections, EventReference, FileSpan } from './model';
import type { NodeReader } from './nodes';
import { cleanPath } from './parseArticles';

const keys = 'hide and same';

/** Reads the section `events`. */
export function readEvents(reader: NodeReader, node: unknown, at: FileSpan): Pick<Corrections, 'hiddenEvents' | 'sameEvents'> {
  let hiddenEvents: readonly EventReference[] = [], sameEvents: Corrections['sameEvents'] = [];
  for (const { key, keyNode, value, span } of reader.entries(node, `a mapping with ${keys}`, at)) {
    if (key === 'hide') hiddenEvents = readList(reader, value, 'a list of events to hide', span);
    else if (key === 'same') sameEvents = readSame(reader, value, span);
    else reader.problem('warning', `“${key.slice(0, 60)}” is no correction of events: there are ${keys}. It is passed over.`, keyNode);
  }
  return { hiddenEvents, sameEvents };
}

function readSame(reader: NodeReader, node: unknown, at: FileSpan): EventReference[][] {
  return reader.items(node, 'a list of lists, each of events that are one', at).flatMap((item) => {
    if (!isSeq(item)) {
      reader.wrongShape(item, 'a list of events that are one', at);
      return [];
    }
    const events = readList(reader, item, 'a list of events that are one', at);
    if (events.length === 1) reader.problem('warning', 'A single event is one already: add the other event, or remove the line.', item, at);
    return events.length > 1 ? [events] : [];
  });
}

function readList(reader: NodeReader, node: unknown, shape: string, at: FileSpan): EventReference[] {
  return reader.items(node, shape, at).flatMap((item) => readEvent(reader, item, at));
}

/** An event as its line alone, or as a mapping with `event`, `in` and `words`. */
function readEvent(reader: NodeReader, node: unknown, at: FileSpan): EventReference[] {
  const span = reader.spanOf(node, at);
  if (!isMap(node)) {
    const title = reader.text(node, 'an event: its line in the sidebar, or event, in and words', at);
    return title === undefined ? [] : [{ title, span }];
  }
  const found: { event?: string; in?: string; words?: string } = {};
  for (const { key, keyNode, value, span: place } of reader.entries(node, 'event, in and words', span)) {
    if (key !== 'event' && key !== 'in' && key !== 'words') {
      reader.problem('warning', `“${key.slice(0, 60)}” is not known of an event: there are event, in and words. It is passed over.`, keyNode);
      continue;
    }
    const text = reader.text(value, 'a text', place);
    if (text !== undefined) found[key] = text;
  }
  if (found.event === undefined && (found.in === undefined || found.words === undefined)) {
    reader.problem('error', 'Which event this is cannot be told: give event (its line in the sidebar), or in (an article) and words (those that report it).', node, at);
    return [];
  }
  return [{ title: found.event ?? '', ...(found.in === undefined ? {} : { article: cleanPath(found.in) }), ...(found.words === undefined ? {} : { words: found.words }), span }];
}
