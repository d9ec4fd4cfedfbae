/** Mocha's usual report, with the counts and what failed in the file that the variable ATTEST_COUNTS names. */
import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';

export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      const file = process.env.ATTEST_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, failures: this.failures.map((test) => `${test.fullTitle()}\n${test.err.stack ?? test.err}`) }));
    });
  }
}
