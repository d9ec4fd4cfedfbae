/** So many times within so many milliseconds a server that ended is started again. */
const MOST = 4, WITHIN = 180_000;

/** Counts how often the server ended unasked, so that it is not started without end. */
export class Restarts {
  private ends: number[] = [];

  /** The server has ended: true when it is to be started again, false when that is left to the writer. */
  another(): boolean {
    const now = Date.now();
    this.ends = [...this.ends.filter((end) => now - end < WITHIN), now];
    return this.ends.length <= MOST;
  }
}
