import type { Clock } from '../ports';

export type IndexPhase = 'scanning' | 'indexing' | 'ready' | 'cancelled' | 'failed';

/** Where the index stands. */
export interface IndexState {
  readonly phase: IndexPhase;
  /** Files settled and files known to need work, in the current run. `total` still grows while scanning. */
  readonly done: number;
  readonly total: number;
  /** Seconds the rest will take, as far as the run so far tells; absent while that is too early to say. */
  readonly remaining?: number;
  /** Absolute path of a file being worked on. */
  readonly current?: string;
  /** Why the index failed. */
  readonly message?: string;
}

/** Counts the work of a run and tells of it. */
export interface Progress {
  readonly state: IndexState;
  /** A run begins with a scan. */
  begin(): void;
  /** Single changes begin to be worked on. */
  resume(): void;
  expect(files: number): void;
  settle(files: number): void;
  at(path: string): void;
  scanned(): void;
  end(cancelled: boolean): void;
  fail(message: string): void;
}

/** An estimate needs so many milliseconds and so many files behind it, and looks back on so many milliseconds. */
const enough = 3_000, enoughFiles = 50, lookBack = 30_000;

/** Milliseconds between two reports within a phase. */
const interval = 100;

export function createProgress(clock: Clock, report: (state: IndexState) => void): Progress {
  let state: IndexState = { phase: 'ready', done: 0, total: 0 };
  let reported = -Infinity;
  /** Files done at times of this run, oldest first. */
  let course: { readonly at: number; readonly done: number }[] = [];

  /** How long the rest takes at the pace of the last half minute. */
  function estimate({ phase, done, total }: IndexState): { readonly remaining?: number } {
    const now = clock.now(), last = course.at(-1);
    if (!last || now - last.at >= 500) course.push({ at: now, done });
    while (course.length > 2 && now - course[0]!.at > lookBack) course.shift();
    const [first] = course;
    if (phase !== 'indexing' || !first || now - first.at < enough || done - first.done < enoughFiles || done >= total) return {};
    return { remaining: Math.round(((total - done) * (now - first.at)) / (done - first.done) / 1000) };
  }

  function set(next: IndexState): void {
    const turned = next.phase !== state.phase;
    state = next;
    const now = clock.now();
    if (!turned && now >= reported && now - reported < interval) return;
    reported = now;
    report(state);
  }

  const isRunning = (): boolean => state.phase === 'scanning' || state.phase === 'indexing';

  return {
    get state() { return state; },
    begin: () => { course = []; set({ phase: 'scanning', done: 0, total: 0 }); },
    resume: () => set({ phase: 'indexing', done: Math.max(0, state.done), total: state.total }),
    expect: (files) => { if (files) set({ ...(isRunning() ? state : { ...state, done: 0, total: 0 }), total: (isRunning() ? state.total : 0) + files }); },
    settle: (files) => {
      if (!files) return;
      const { remaining: _, ...rest } = state, next = { ...rest, done: Math.min(state.done + files, state.total) };
      set({ ...next, ...estimate(next) });
    },
    at: (path) => set({ ...state, current: path }),
    scanned: () => { if (state.phase === 'scanning') set({ ...state, phase: 'indexing' }); },
    end(cancelled) {
      if (state.phase === 'failed') return;
      set(cancelled ? { phase: 'cancelled', done: state.done, total: state.total } : { phase: 'ready', done: state.total, total: state.total });
    },
    fail: (message) => set({ phase: 'failed', done: state.done, total: state.total, message }),
  };
}
