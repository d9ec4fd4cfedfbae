/** Paths to be worked on, a few at once, changed files before all others. */
export interface WorkQueue {
  /** Adds paths that wait for their turn. */
  add(paths: readonly string[]): void;
  /** Adds paths that go first; one that is being worked on is done once more afterwards. */
  addUrgent(paths: readonly string[]): void;
  /** Drops the paths that wait for their turn; urgent ones stay. Returns how many were dropped. */
  drop(): number;
  /** Drops everything that has not begun. */
  clear(): void;
  /** Looks again whether work can begin. */
  wake(): void;
  /** Resolves when nothing waits and nothing is being worked on. */
  idle(): Promise<void>;
  /** The paths that are being worked on right now. */
  current(): readonly string[];
  /** True when no urgent path waits or is being worked on. */
  readonly urgentDone: boolean;
}

export interface WorkQueueOptions {
  /** How many paths are worked on at once; asked again for each. */
  readonly width: () => number;
  /** Must not reject. */
  readonly work: (path: string) => Promise<void>;
  /** False while results must be written before more work begins. */
  readonly hasRoom: () => boolean;
}

export function createWorkQueue({ width, work, hasRoom }: WorkQueueOptions): WorkQueue {
  const urgent = new Set<string>(), again = new Set<string>();
  const working = new Map<string, boolean>();
  let bulk: string[] = [], cursor = 0;
  let waiters: (() => void)[] = [];

  function next(): { path: string; isUrgent: boolean } | undefined {
    for (const path of urgent) {
      urgent.delete(path);
      if (!working.has(path)) return { path, isUrgent: true };
      again.add(path);
    }
    while (cursor < bulk.length) {
      const path = bulk[cursor++]!;
      if (!working.has(path)) return { path, isUrgent: false };
    }
    return undefined;
  }

  function pump(): void {
    while (working.size < width() && hasRoom()) {
      const item = next();
      if (!item) break;
      working.set(item.path, item.isUrgent);
      void work(item.path).finally(() => {
        working.delete(item.path);
        if (again.delete(item.path)) urgent.add(item.path);
        pump();
      });
    }
    if (cursor > 10_000) { bulk = bulk.slice(cursor); cursor = 0; }
    if (working.size || urgent.size || again.size || cursor < bulk.length) return;
    const resolved = waiters;
    waiters = [];
    for (const resolve of resolved) resolve();
  }

  return {
    get urgentDone() { return urgent.size === 0 && again.size === 0 && ![...working.values()].includes(true); },
    add(paths) { for (const path of paths) bulk.push(path); pump(); },
    addUrgent(paths) { for (const path of paths) urgent.add(path); pump(); },
    drop() { const left = bulk.length - cursor; bulk = []; cursor = 0; pump(); return left; },
    clear() { bulk = []; cursor = 0; urgent.clear(); again.clear(); pump(); },
    current: () => [...working.keys()],
    wake: pump,
    idle: () => new Promise((resolve) => { waiters.push(resolve); pump(); }),
  };
}
