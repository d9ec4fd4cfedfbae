/** Does something again some time after it failed: soon at first, later each time. */
export class Retry {
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;

  /** @param first @param most milliseconds before the first and at most before any try */
  constructor(private readonly again: () => void, private readonly first = 2_000, private readonly most = 60_000) {}

  failed(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.again();
    }, Math.min(this.most, this.first * 2 ** this.failures++));
    this.timer.unref();
  }

  /** It has succeeded: nothing is tried again, and the next failure is a first one. */
  succeeded(): void {
    this.failures = 0;
    this.stop();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
