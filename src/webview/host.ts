import type { TimelinePage, TimelineParams, TimelinePassage } from '../server/protocol';
import type { FromTimeline, TimelineState, ToTimeline } from './messages';

/** What the editor gives every web view. */
declare function acquireVsCodeApi(): { postMessage(message: FromTimeline): void; getState(): unknown; setState(state: TimelineState): void };

type Of<K extends ToTimeline['kind']> = Extract<ToTimeline, { kind: K }>;

/** The extension as the web view sees it: answers as promises, the rest as events. */
export class Host {
  private readonly editor = acquireVsCodeApi();
  private readonly pages = new Map<number, (page: TimelinePage) => void>();
  private readonly passages = new Map<string, (passages: readonly TimelinePassage[]) => void>();
  private requests = 0;

  constructor(told: (message: Exclude<ToTimeline, Of<'page'> | Of<'passages'>>) => void) {
    window.addEventListener('message', ({ data }: MessageEvent<ToTimeline>) => {
      if (data.kind === 'page') {
        this.pages.get(data.request)?.(data.page);
        this.pages.delete(data.request);
      } else if (data.kind === 'passages') {
        this.passages.get(data.id)?.(data.passages);
        this.passages.delete(data.id);
      } else told(data);
    });
  }

  get state(): TimelineState {
    return (this.editor.getState() as TimelineState | undefined) ?? {};
  }

  set state(state: TimelineState) {
    this.editor.setState(state);
  }

  tell(message: FromTimeline): void {
    this.editor.postMessage(message);
  }

  load(params: TimelineParams): Promise<TimelinePage> {
    const request = ++this.requests;
    return new Promise((resolve) => {
      this.pages.set(request, resolve);
      this.tell({ kind: 'load', request, params });
    });
  }

  passagesOf(id: string): Promise<readonly TimelinePassage[]> {
    return new Promise((resolve) => {
      this.passages.set(id, resolve);
      this.tell({ kind: 'passages', id });
    });
  }
}
