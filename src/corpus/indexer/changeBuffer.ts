import type { Clock } from '../ports';

/** Holds changed paths for a moment, so that a save of several steps is one change and a file that never rests is not read without end. */
export interface ChangeBuffer {
  add(paths: readonly string[]): void;
  dispose(): void;
}

export interface ChangeBufferOptions {
  readonly clock: Clock;
  /** Milliseconds from a path's first change until it is delivered. */
  readonly quiet: number;
  /** Milliseconds at least between two deliveries of one path. */
  readonly apart: number;
  readonly deliver: (paths: readonly string[]) => void;
}

export function createChangeBuffer({ clock, quiet, apart, deliver }: ChangeBufferOptions): ChangeBuffer {
  const due = new Map<string, number>(), delivered = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timerAt = Infinity;

  function fire(): void {
    timer = undefined;
    timerAt = Infinity;
    const now = clock.now(), ready: string[] = [];
    for (const [path, when] of delivered) if (when + apart <= now || when > now) delivered.delete(path);
    let nextDue = Infinity;
    for (const [path, when] of due) {
      // What is due far ahead was noted before the clock was set back.
      if (when > now && when <= now + quiet + apart) { nextDue = Math.min(nextDue, when); continue; }
      due.delete(path);
      delivered.set(path, now);
      ready.push(path);
    }
    if (ready.length) deliver(ready);
    schedule(nextDue);
  }

  function schedule(when: number): void {
    if (when >= timerAt) return;
    if (timer) clearTimeout(timer);
    timerAt = when;
    // A clock that was set back must not hold changes up.
    timer = setTimeout(fire, Math.min(Math.max(when - clock.now(), 1), quiet + apart));
  }

  return {
    add(paths) {
      const now = clock.now();
      let first = Infinity;
      for (const path of paths) {
        let when = due.get(path);
        if (when === undefined || when > now + quiet + apart) {
          const last = delivered.get(path);
          when = Math.max(now + quiet, last === undefined || last > now ? 0 : last + apart);
          due.set(path, when);
        }
        first = Math.min(first, when);
      }
      schedule(first);
    },
    dispose() {
      if (timer) clearTimeout(timer);
      timer = undefined;
      due.clear();
      delivered.clear();
    },
  };
}
