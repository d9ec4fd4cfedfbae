import type { EventFilter, TimelineEvent } from '../server/protocol';
import { type Coverage, coverageOf, type CoverageRow } from './coverage';
import { columnsIn, coverageScene, sourcesScene } from './coverageScene';
import { Details } from './details';
import { drawStill, svgElement } from './draw';
import { button, element } from './element';
import { emptyWords } from './emptiness';
import { Host } from './host';
import { actionOf } from './keys';
import { type Lane, lanesOf } from './lanes';
import { legendScene } from './legend';
import type { PictureFormat, TimelineState, ToTimeline } from './messages';
import { TimelineModel } from './model';
import { Overview } from './overview';
import { pictureText } from './picture';
import { fileOf } from './pictureFile';
import type { Mark, Measure, Scene } from './scene';
import { measureIn, Stage, stageLabel } from './stage';
import { DAY, extentOf, firstWindow, whenOf, type Window, windowWords } from './time';
import { axisScene, boundsOf, gutterOf, lanesScene } from './timelineScene';
import { Toolbar } from './toolbar';
import { digits, eventsInWords, say } from './words';
import { TimeZoom } from './zoom';

/** Lanes of names at first, and more with each wish; rows of the coverage likewise. */
const LANES = 10, MORE_LANES = 10, ROWS = 150;
/** Width of a saved picture, pixels. */
const PAPER = 1120;

/** The web view: two pictures of the same events, their tools, and what is said beside them. */
export class App {
  private readonly host: Host;
  private readonly model: TimelineModel;
  private readonly stage: Stage;
  private readonly zoom: TimeZoom;
  private readonly details: Details;
  private readonly overview: Overview;
  private readonly toolbar: Toolbar;
  private readonly status = element('p', { class: 'status', role: 'status' });
  private readonly empty = element('p', { class: 'empty' });
  private readonly more: HTMLButtonElement;
  private readonly legend = svgElement({ class: 'legend', role: 'img' });
  private readonly measure: Measure;

  private picture: 'events' | 'coverage';
  private by: 'name' | 'type';
  private most: number;
  private rows = ROWS;
  private words: string;
  private alone: boolean;
  private selected: string | undefined;
  private viewFilter: { readonly filter: EventFilter; readonly label: string } = { filter: {}, label: '' };
  private index: Extract<ToTimeline, { kind: 'status' }> = { kind: 'status', phase: 'starting', articles: 0 };
  /** Pictures that are to be saved once everything is drawn. */
  private readonly wanted: PictureFormat[] = [];
  private fresh = true;
  private frame = 0;
  private saying: ReturnType<typeof setTimeout> | undefined;
  private laneCache: { events: readonly TimelineEvent[]; key: string; lanes: readonly Lane[]; hidden: number } | undefined;
  private coverageCache: { events: readonly TimelineEvent[]; columns: number; coverage: Coverage } | undefined;

  constructor(root: HTMLElement) {
    this.host = new Host((message) => this.told(message));
    const { picture = 'events', lanes = 'name', most = LANES, words = '', alone = false, window: kept, selected } = this.host.state;
    [this.picture, this.by, this.most, this.words, this.alone, this.selected, this.fresh] = [picture, lanes, most, words, alone, selected, kept === undefined];
    const style = getComputedStyle(document.body);
    this.measure = measureIn(`12px ${style.fontFamily}`);
    this.model = new TimelineModel((params) => this.host.load(params), () => this.loaded());
    this.stage = new Stage({ choose: (mark) => this.choose(mark), enter: (mark) => void this.enter(mark) });
    this.zoom = new TimeZoom(this.stage.plot, () => this.later(), () => void this.model.look(this.zoom.window));
    this.zoom.look(kept);
    this.details = new Details({
      passages: (id) => this.host.passagesOf(id),
      open: (location) => this.host.tell({ kind: 'open', location }),
      insert: (id, article) => this.host.tell({ kind: 'insert', id, ...(article === undefined ? {} : { article }) }),
      choose: (event) => this.select(event, { tell: true }),
    });
    this.overview = new Overview((middle) => this.lookAt(middle));
    this.toolbar = new Toolbar({
      picture: (wanted) => { this.picture = wanted; this.later(); },
      lanes: (by) => { this.by = by; this.later(); },
      zoom: (factor) => this.zoom.scale(factor),
      all: () => this.all(),
      words: (wanted) => { this.words = wanted; this.reload(); },
      clearViewFilter: () => this.host.tell({ kind: 'clearFilter' }),
      alone: (only) => { this.alone = only; this.later(); },
      save: (format) => this.host.tell({ kind: 'save', format }),
    }, words);
    this.more = button('', () => { if (this.picture === 'events') this.most += MORE_LANES; else this.rows += ROWS; this.later(); }, { class: 'quiet more' });
    this.stage.plot.append(this.empty, this.more);
    const legend = element('details', { class: 'legendbox', open: root.clientWidth >= 700 }, element('summary', {}, say('Legend')));
    legend.append(this.legend);
    const picturePart = element('section', { class: 'picture', 'aria-label': say('Picture') }, this.stage.plot);
    picturePart.append(this.overview.svg, legend);
    root.replaceChildren(element('h1', { class: 'unseen' }, say('Timeline')), this.toolbar.root, this.status, element('div', { class: 'parts' }, picturePart, this.details.root));
    document.addEventListener('keydown', (event) => this.key(event));
    new ResizeObserver(() => this.later()).observe(this.stage.plot);
    this.details.clear();
    this.host.tell({ kind: 'ready' });
  }

  private told(message: Parameters<ConstructorParameters<typeof Host>[0]>[0]): void {
    switch (message.kind) {
      case 'status': this.index = message; this.later(); break;
      case 'filter': this.viewFilter = message; this.reload(); break;
      case 'changed': this.reload(); break;
      case 'picture': this.wanted.push(message.format); this.later(); break;
      case 'select': {
        const event = this.eventOf(message.id);
        if (event && event.id !== this.selected) this.select(event, { tell: false });
      }
    }
  }

  private reload(): void {
    void this.model.load(this.viewFilter.filter, this.words);
  }

  private loaded(): void {
    if (!this.model.loading) {
      const base = this.base();
      if (this.fresh && this.model.events.length > 0) {
        this.fresh = false;
        this.zoom.look(firstWindow(this.model.events, base));
      }
      this.details.showUndated(this.model.events.filter((event) => !whenOf(event)));
      const selected = this.eventOf(this.selected);
      if (selected) void this.details.show(selected);
    }
    this.later();
  }

  private eventOf(id: string | undefined): TimelineEvent | undefined {
    return id === undefined ? undefined : this.model.events.find((event) => event.id === id);
  }

  private base(): Window {
    return extentOf([...this.model.density, ...this.model.events]);
  }

  private later(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(); });
  }

  private draw(): void {
    const { picture, by, words, alone, selected, most } = this, viewFilter = this.viewFilter.label;
    this.toolbar.show({ picture, by, viewFilter, alone });
    const width = Math.max(200, this.stage.width), base = this.base();
    this.zoom.enabled = picture === 'events';
    this.zoom.fit(base, gutterOf(width), width);
    const dated = this.model.events.filter((event) => whenOf(event)).length;
    const empty = emptyWords({ ...this.index, total: this.model.total, dated: picture === 'events' ? dated : this.model.events.length, filtered: viewFilter + words !== '', loaded: this.model.loaded });
    this.empty.hidden = empty === undefined;
    this.empty.textContent = empty ?? '';
    const { head, body, more, said } = this.scenes(width, this.measure);
    this.stage.draw(head, body, stageLabel(picture));
    this.more.hidden = more === '' || empty !== undefined;
    this.more.textContent = more;
    this.overview.svg.toggleAttribute('hidden', picture !== 'events' || dated === 0);
    this.overview.draw(this.model.density, base, this.zoom.window, gutterOf(width), width);
    drawStill(this.legend, legendScene(picture, width, this.measure));
    this.legend.setAttribute('aria-label', say('Legend of the picture'));
    this.say(empty === undefined ? said : '');
    const { kept } = this.zoom;
    this.host.state = { picture, lanes: by, most, words, alone, ...(kept ? { window: kept } : {}), ...(selected === undefined ? {} : { selected }) } satisfies TimelineState;
    if (this.model.loaded && !this.model.loading) for (const format of this.wanted.splice(0)) void this.save(format);
  }

  /** The parts of the picture, what a button for more of it says (empty: there is no more), and a line about it. */
  private scenes(width: number, measure: Measure): { readonly head: Scene; readonly body: Scene; readonly more: string; readonly said: string } {
    const { selected } = this;
    if (this.picture === 'coverage') {
      const coverage = this.coverage(columnsIn(width)), all = this.alone ? coverage.rows.filter(({ only }) => only !== undefined) : coverage.rows;
      const rows: readonly CoverageRow[] = all.slice(0, this.rows), left = all.length - rows.length;
      const hidden = coverage.hidden === 0 ? '' : coverage.by === 'outlet' ? ` · ${say('outlets that are not shown: {0}', digits(coverage.hidden))}` : ` · ${say('articles that are not shown: {0}', digits(coverage.hidden))}`;
      const said = `${say('{0}, of which {1} rest on one source', eventsInWords(coverage.rows.length), digits(coverage.alone))}${hidden}`;
      return { head: sourcesScene(coverage, { width, measure, selected }), body: coverageScene(coverage, rows, { width, measure, selected }), more: left > 0 ? say('Show more events ({0} left)', digits(left)) : '', said };
    }
    const { lanes, hidden } = this.lanes(), { window } = this.zoom, layout = { window, width, measure, selected };
    const seen = this.model.events.filter((event) => { const when = whenOf(event); return when && when.to > window[0] && when.from < window[1]; }).length;
    const partly = this.model.complete ? '' : `; ${say('of {0}: zoom in or filter to see all', digits(this.model.total))}`;
    return { head: axisScene(layout), body: lanesScene(lanes, layout), more: hidden > 0 ? say('Show more names ({0} left)', digits(hidden)) : '', said: `${windowWords(window)} · ${eventsInWords(seen)}${partly}` };
  }

  private lanes(): { readonly lanes: readonly Lane[]; readonly hidden: number } {
    const key = `${this.by} ${this.most}`, { events } = this.model;
    if (this.laneCache?.events !== events || this.laneCache.key !== key) this.laneCache = { events, key, ...lanesOf(events, this.by, this.most) };
    return this.laneCache;
  }

  private coverage(columns: number): Coverage {
    const { events, articles } = this.model;
    if (this.coverageCache?.events !== events || this.coverageCache.columns !== columns) this.coverageCache = { events, columns, coverage: coverageOf(events, articles, columns) };
    return this.coverageCache.coverage;
  }

  /** A screen reader says the line once the picture has come to rest. */
  private say(words: string): void {
    clearTimeout(this.saying);
    if (this.status.textContent !== words) this.saying = setTimeout(() => (this.status.textContent = words), 200);
  }

  private all(): void {
    this.zoom.look(undefined);
    this.later();
  }

  private lookAt(middle: number): void {
    const [from, to] = this.zoom.window, half = (to - from) / 2;
    this.zoom.look([middle - half, middle + half]);
    this.later();
  }

  private select(event: TimelineEvent, { tell }: { readonly tell: boolean }): void {
    this.selected = event.id;
    if (tell) this.host.tell({ kind: 'selected', id: event.id });
    const when = whenOf(event), [from, to] = this.zoom.window;
    if (when && (when.to <= from || when.from >= to)) this.lookAt((when.from + when.to) / 2);
    void this.details.show(event);
    this.draw();
    this.stage.reveal();
  }

  private choose({ ids, label }: Mark): void {
    const events = ids.flatMap((id) => this.eventOf(id) ?? []);
    if (events.length === 1) this.select(events[0]!, { tell: true });
    else this.details.showMany(events, label);
  }

  /** Opens the first passage of an event; goes nearer to many that are drawn as one, as far as they can be told apart. */
  private async enter(mark: Mark): Promise<void> {
    if (mark.ids.length === 1) {
      const [passage] = await this.host.passagesOf(mark.ids[0]!);
      if (passage) this.host.tell({ kind: 'open', location: passage.location });
      return;
    }
    const [from, to] = boundsOf(mark.ids.flatMap((id) => whenOf(this.eventOf(id) ?? { start: null, end: null }) ?? [])), [left, right] = this.zoom.window;
    this.choose(mark);
    if (to - from > DAY && to - from < (right - left) * 0.9) this.zoom.look([from - (to - from) * 0.1, to + (to - from) * 0.1]);
    else this.zoom.scale(2);
    this.later();
  }

  private key(event: KeyboardEvent): void {
    const { target } = event, action = actionOf(event);
    const field = target === this.toolbar.filter, inPlot = target === document.body || (target instanceof SVGElement && this.stage.plot.contains(target)) || target === this.stage.plot;
    if (!action || (field && action.kind !== 'clear')) return;
    // On buttons and lists beside the picture, these keys are theirs.
    if (!inPlot && (action.kind === 'choose' || action.kind === 'enter' || action.kind === 'step')) return;
    event.preventDefault();
    const { mark } = this.stage;
    switch (action.kind) {
      case 'step': this.stage.step(action.step); break;
      case 'pan': this.zoom.pan(action.share); break;
      case 'zoom': this.zoom.scale(action.factor); break;
      case 'all': this.all(); break;
      case 'filter': this.toolbar.filter.focus(); this.toolbar.filter.select(); break;
      case 'choose': if (mark) this.choose(mark); break;
      case 'enter': if (mark) void this.enter(mark); break;
      case 'insert': if (this.selected !== undefined) this.host.tell({ kind: 'insert', id: this.selected }); break;
      case 'clear':
        if (field) this.stage.step('first');
        else { this.selected = undefined; this.details.clear(); this.later(); }
    }
  }

  private async save(format: PictureFormat): Promise<void> {
    const measure = measureIn("12px 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"), { head, body, said } = this.scenes(PAPER, measure);
    const filter = [this.viewFilter.label, this.words].filter(Boolean).join(', '), heading = this.picture === 'events' ? say('Timeline of events') : say('Which source reports which events');
    const svg = pictureText(this.picture, [head, body], heading, filter === '' ? said : `${said} · ${say('filter: {0}', filter)}`, measure);
    this.host.tell({ kind: 'picture', format, data: await fileOf(svg, format) });
  }
}
