import { button, element } from './element';
import type { LanesBy } from './lanes';
import type { PictureFormat } from './messages';
import { say } from './words';

export interface ToolbarActions {
  picture(picture: 'events' | 'coverage'): void;
  lanes(by: LanesBy): void;
  zoom(factor: number): void;
  all(): void;
  words(words: string): void;
  clearViewFilter(): void;
  alone(only: boolean): void;
  save(format: PictureFormat): void;
}

/** What the tools show. */
export interface ToolbarState {
  readonly picture: 'events' | 'coverage';
  readonly by: LanesBy;
  /** The filter of the events view. */
  readonly viewFilter: string;
  readonly alone: boolean;
}

/** Milliseconds after the last letter before the filter is applied. */
const PAUSE = 250;

/** The tools above the picture. */
export class Toolbar {
  readonly root: HTMLElement;
  readonly filter: HTMLInputElement;
  private readonly pictures: ReadonlyMap<string, HTMLButtonElement>;
  private readonly lanes: ReadonlyMap<string, HTMLButtonElement>;
  private readonly axisTools: HTMLElement;
  private readonly coverageTools: HTMLElement;
  private readonly alone: HTMLInputElement;
  private readonly viewFilter: HTMLButtonElement;

  /** @param words what stands in the field at first */
  constructor(actions: ToolbarActions, words: string) {
    this.pictures = new Map([
      ['events', button(say('Events'), () => actions.picture('events'), { title: say('Events over time') })],
      ['coverage', button(say('Coverage'), () => actions.picture('coverage'), { title: say('Which source reports which events') })],
    ]);
    this.lanes = new Map([
      ['name', button(say('By name'), () => actions.lanes('name'), { title: say('A lane for each name') })],
      ['type', button(say('By type'), () => actions.lanes('type'), { title: say('A lane for each type of event') })],
    ]);
    this.axisTools = element('span', { class: 'tools' },
      element('span', { class: 'switch', role: 'group', 'aria-label': say('Lanes') }, ...this.lanes.values()),
      element('span', { class: 'switch', role: 'group', 'aria-label': say('Zoom') },
        button('−', () => actions.zoom(1 / 1.6), { 'aria-label': say('Zoom Out'), title: say('Zoom Out (-)') }),
        button('+', () => actions.zoom(1.6), { 'aria-label': say('Zoom In'), title: say('Zoom In (+)') }),
        button(say('All'), () => actions.all(), { 'aria-label': say('Show All'), title: say('Show All (0)') })));
    this.alone = element('input', { type: 'checkbox', onchange: () => actions.alone(this.alone.checked) });
    this.coverageTools = element('label', { class: 'tools' }, this.alone, say('Only what rests on one source'));
    let pause: ReturnType<typeof setTimeout> | undefined;
    this.filter = element('input', {
      type: 'search', value: words, placeholder: say('Filter by words'), 'aria-label': say('Filter by words'), title: say('Filter by words (/)'),
      oninput: () => {
        clearTimeout(pause);
        pause = setTimeout(() => actions.words(this.filter.value.trim()), PAUSE);
      },
    });
    this.viewFilter = button('', () => actions.clearViewFilter(), { class: 'chip' });
    this.root = element('header', {},
      element('span', { class: 'switch', role: 'group', 'aria-label': say('Picture') }, ...this.pictures.values()),
      this.axisTools, this.coverageTools, this.filter, this.viewFilter,
      element('span', { class: 'switch save', role: 'group', 'aria-label': say('Save picture') },
        button('SVG', () => actions.save('svg'), { 'aria-label': say('Save as SVG'), title: say('Save as SVG') }),
        button('PNG', () => actions.save('png'), { 'aria-label': say('Save as PNG'), title: say('Save as PNG') })));
  }

  show({ picture, by, viewFilter, alone }: ToolbarState): void {
    for (const [key, each] of this.pictures) each.setAttribute('aria-pressed', String(key === picture));
    for (const [key, each] of this.lanes) each.setAttribute('aria-pressed', String(key === by));
    this.axisTools.hidden = picture !== 'events';
    this.coverageTools.hidden = picture !== 'coverage';
    this.alone.checked = alone;
    this.viewFilter.hidden = viewFilter === '';
    this.viewFilter.textContent = say('Events view: {0} ✕', viewFilter);
    this.viewFilter.setAttribute('aria-label', say('Clear the filter of the events view: {0}', viewFilter));
  }
}
