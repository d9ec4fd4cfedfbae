import { analyse } from '../../../src/language/analyse';
import { prepare } from '../../../src/language/document';
import { findEvents } from '../../../src/language/events';
import type { EventMention, Name, NameKind, NameMention, TimeExpression } from '../../../src/language/types';

/** Names given by hand, so that a test of events does not depend on the recogniser of names: `{ person: 'Ann Lee, Bob Ray' }`. */
export type GivenNames = Partial<Record<NameKind, string>>;

/** Events of a text; names are those given, times those that the text's own recogniser finds. */
export function eventsIn(text: string, given: GivenNames = {}, published?: string): EventMention[] {
  const names: Name[] = [], mentions: NameMention[] = [];
  for (const [kind, list] of Object.entries(given) as [NameKind, string][]) {
    for (const canonical of list.split(', ')) {
      const name = names.push({ canonical, kind, aliases: [], roles: [] }) - 1;
      for (let at = text.indexOf(canonical); at >= 0; at = text.indexOf(canonical, at + canonical.length)) {
        mentions.push({ start: at, end: at + canonical.length, text: canonical, kind, name, certain: true });
      }
    }
  }
  mentions.sort((a, b) => a.start - b.start);
  const context = published === undefined ? {} : { published };
  const found = analyse(text, context);
  const dates: readonly TimeExpression[] = found.dates;
  return findEvents(prepare(text, context), { names, mentions, quotations: found.quotations, dates });
}

/** Titles of what a sidebar would show. */
export const titlesIn = (text: string, given: GivenNames = {}, published?: string): string[] => eventsIn(text, given, published).filter((e) => e.salience === 'main').map((e) => e.title);
