/** What came out of a run of the tests in an editor, printed while it comes. */
import { type Report } from '../../test/editor/support/protocol';

/** Counts of a run, what failed and why, and why the run could not go on, if so. */
export interface Outcome {
  passed: number;
  failed: number;
  readonly failures: string[];
  broken?: string;
}

/** Collects reports. `settled` resolves when the tests say they are done or that they cannot be run. */
export class Results {
  readonly outcome: Outcome = { passed: 0, failed: 0, failures: [] };
  readonly settled: Promise<void>;
  /** When the last report came, for noticing a run that stands still. Milliseconds of `Date.now`. */
  lastSign = Date.now();
  private settle!: () => void;
  private suite = '';
  private ended = false;

  constructor() {
    this.settled = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** Takes one report and prints it. */
  take(report: Report): void {
    this.lastSign = Date.now();
    if (report.kind === 'test') return this.print(report.result);
    if (report.kind === 'broken' && !this.ended) this.outcome.broken = report.error;
    this.ended = true;
    this.settle();
  }

  private print({ title, state, durationMs, error }: Extract<Report, { kind: 'test' }>['result']): void {
    const suite = title.slice(0, -1).join(' › ');
    if (suite !== this.suite) console.log(`  ${suite}`);
    this.suite = suite;
    const sign = { passed: '✔', failed: '✘', pending: '–' }[state];
    console.log(`    ${sign} ${title.at(-1) ?? ''} (${Math.round(durationMs)} ms)`);
    if (error !== undefined) console.log(error.replace(/^/gm, '        '));
    if (state === 'passed') this.outcome.passed += 1;
    if (state !== 'failed') return;
    this.outcome.failed += 1;
    this.outcome.failures.push(`${title.join(' › ')}\n${error ?? ''}`);
  }
}
