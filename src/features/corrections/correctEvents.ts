import { isScalar, type YAMLSeq } from 'yaml';
import { isMap, isSeq, rewrite, type Rewritten, textOf } from './rewrite';

/** An event as `attest.yml` refers to it. */
export interface WrittenEvent {
  /** Its line, for the reader of the file. */
  readonly title: string;
  /** An article that reports it, relative to the folder of the file. */
  readonly article: string;
  /** Words of that article, from the one on that says what happened. */
  readonly words: string;
}

/** Hides events from lists and counts. */
export function hideEvents(text: string | undefined, events: readonly WrittenEvent[]): Rewritten {
  return rewrite(text, (file) => {
    const list = file.list('events', 'hide');
    for (const event of events) if (!list.items.some((item) => isEvent(item, event))) list.add(file.node(entryOf(event)));
  });
}

/** Says that events are one; the first lends its line and its date. Joins what the file already says of any of them. */
export function mergeEvents(text: string | undefined, events: readonly WrittenEvent[]): Rewritten {
  return rewrite(text, (file) => {
    const groups = file.list('events', 'same');
    const touched = groups.items.filter((group): group is YAMLSeq => isSeq(group) && group.items.some((item) => events.some((event) => isEvent(item, event))));
    const [group, ...others] = touched;
    if (!group) {
      groups.add(file.node(events.map(entryOf)));
      return;
    }
    groups.items = groups.items.filter((each) => !others.includes(each as YAMLSeq));
    const known = touched.flatMap((each) => each.items), isOf = (event: WrittenEvent) => (item: unknown): boolean => isEvent(item, event);
    const first = events.map((event) => known.find(isOf(event)) ?? file.node(entryOf(event)));
    group.items = [...new Set([...first, ...known])];
  });
}

function entryOf({ title, article, words }: WrittenEvent): Record<string, string> {
  return { event: title, in: article, words };
}

function isEvent(item: unknown, { article, words }: WrittenEvent): boolean {
  const text = (key: string): string | undefined => {
    const value: unknown = isMap(item) ? item.get(key, true) : undefined;
    return isScalar(value) ? textOf(value) : undefined;
  };
  return text('in') === article && text('words') === words;
}
