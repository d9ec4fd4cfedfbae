import type { PassageLocation, TimelineEvent, TimelinePassage } from '../server/protocol';
import { button, element } from './element';
import { dateOf } from './eventMark';
import { digits, say } from './words';

export interface DetailActions {
  passages(id: string): Promise<readonly TimelinePassage[]>;
  open(location: PassageLocation): void;
  /** @param article the one that is cited; all that report it without one */
  insert(id: string, article?: number): void;
  choose(event: TimelineEvent): void;
}

/** Lines of a list that are drawn at once. */
const LINES = 60;

/** What is said beside the picture: the event that is selected with its passages, else several events that stand at one place, and the undated. */
export class Details {
  readonly root: HTMLElement;
  private readonly chosen = element('section', { class: 'chosen', 'aria-live': 'polite' });
  private readonly undated = element('section', { class: 'undated' });
  private shown = '';

  constructor(private readonly actions: DetailActions) {
    this.root = element('aside', { 'aria-label': say('Details') }, this.chosen, this.undated);
  }

  /** Shows an event, and its passages once they are known. Shown again after a change of the index, it keeps its place. */
  async show(event: TimelineEvent): Promise<void> {
    this.shown = event.id;
    const passages = await this.actions.passages(event.id);
    if (this.shown !== event.id) return;
    const facts = [event.typeName, dateOf(event), ...(event.where === '' ? [] : [event.where])];
    this.chosen.replaceChildren(
      element('h2', {}, event.title),
      element('p', { class: 'facts' }, facts.join(' · ')),
      ...event.disagreements.map((words) => element('p', { class: 'disagreement' }, `≠ ${words}`)),
      element('p', { class: 'facts' }, event.reportedBy.length === 1 ? say('Rests on one source:') : say('{0} sources report it:', event.reportedBy.length)),
      ...(event.reportedBy.length < 2 ? [] : [element('p', { class: 'buttons' }, button(say('Insert with All Sources'), () => this.actions.insert(event.id), { class: 'all' }))]),
      element('ul', { class: 'passages' }, ...passages.map((passage) => this.passage(event, passage))),
    );
  }

  /** Lists events of which the picture shows only that there are many. */
  showMany(events: readonly TimelineEvent[], heading: string): void {
    this.shown = '';
    this.chosen.replaceChildren(element('h2', {}, heading), this.list(events, ({ date }) => date));
  }

  clear(): void {
    this.shown = '';
    this.chosen.replaceChildren(element('p', { class: 'facts' }, say('Select an event to see what the sources say.')));
  }

  /** Lists the events that have no place in time, by the reason why. */
  showUndated(events: readonly TimelineEvent[]): void {
    this.undated.hidden = events.length === 0;
    if (events.length === 0) return;
    const reasons = new Map<string, TimelineEvent[]>();
    for (const event of events) reasons.set(event.reason, [...(reasons.get(event.reason) ?? []), event]);
    const open = this.undated.querySelector('details')?.open ?? true;
    this.undated.replaceChildren(element('details', { open },
      element('summary', {}, element('h2', {}, events.length === 1 ? say('1 event without a date') : say('{0} events without a date', digits(events.length)))),
      ...[...reasons].flatMap(([reason, list]) => [
        element('h3', {}, `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}`), this.list(list, ({ date }) => date),
      ])));
  }

  private list(events: readonly TimelineEvent[], beside: (event: TimelineEvent) => string): HTMLElement {
    const list = element('ul', { class: 'events' });
    const more = (from: number): void => {
      list.append(...events.slice(from, from + LINES).map((event) => {
        const words = beside(event);
        return element('li', {}, button(words === '' ? event.title : `${event.title} · ${words}`, () => this.actions.choose(event), { class: 'line' }));
      }));
      if (from + LINES >= events.length) return;
      const next = element('li', {}, button(say('Show more'), () => { next.remove(); more(from + LINES); }, { class: 'quiet' }));
      list.append(next);
    };
    more(0);
    return list;
  }

  private passage(event: TimelineEvent, { article, location, text, date }: TimelinePassage): HTMLElement {
    const { label, published } = article.source, source = `${label}, ${published}`;
    return element('li', {},
      element('p', { class: 'source' }, element('strong', {}, label), ` · ${published}${date !== '' && date !== event.date ? ` · ${say('gives {0}', date)}` : ''}`),
      element('blockquote', {}, text),
      element('p', { class: 'buttons' },
        button(say('Open Passage'), () => this.actions.open(location), { 'aria-label': say('Open Passage: {0}', source) }),
        button(say('Insert with Citation'), () => this.actions.insert(event.id, article.id), { 'aria-label': say('Insert with Citation: {0}', source), class: 'second' })));
  }
}
