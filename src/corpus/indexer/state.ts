import type { Clock } from '../ports';

export type IndexPhase = 'scanning' | 'indexing' | 'ready' | 'cancelled' | 'failed';

/** Where the index stands. */
export interface IndexState {
  readonly phase: IndexPhase;
  /** Files settled and files known to need work, in the current run. `total` still grows while scanning. */
  readonly done: number;
  readonly total: number;
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

/** Milliseconds between two reports within a phase. */
const interval = 100;

export function createProgress(clock: Clock, report: (state: IndexState) => void): Progress {
  let state: IndexState = { phase: 'ready', done: 0, total: 0 };
  let reported = -Infinity;

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
    begin: () => set({ phase: 'scanning', done: 0, total: 0 }),
    resume: () => set({ phase: 'indexing', done: Math.max(0, state.done), total: state.total }),
    expect: (files) => { if (files) set({ ...(isRunning() ? state : { ...state, done: 0, total: 0 }), total: (isRunning() ? state.total : 0) + files }); },
    settle: (files) => { if (files) set({ ...state, done: Math.min(state.done + files, state.total) }); },
    at: (path) => set({ ...state, current: path }),
    scanned: () => { if (state.phase === 'scanning') set({ ...state, phase: 'indexing' }); },
    end(cancelled) {
      if (state.phase === 'failed') return;
      set(cancelled ? { phase: 'cancelled', done: state.done, total: state.total } : { phase: 'ready', done: state.total, total: state.total });
    },
    fail: (message) => set({ phase: 'failed', done: state.done, total: state.total, message }),
  };
}
