import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { goldenReports } from '../../scripts/golden/reports';

const stale = 'differs from what is found; run `npm run golden` and read the difference';

describe('golden reports over the sample articles', () => {
  const reports = goldenReports();
  for (const [name, report] of reports) {
    it(`${name} is what is found`, () => {
      assert.equal(readFileSync(path.join(import.meta.dirname, 'reports', name), 'utf8'), report, `test/golden/reports/${name} ${stale}`);
    });
  }
});
