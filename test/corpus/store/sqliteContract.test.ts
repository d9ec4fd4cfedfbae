import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CorrectedStore } from '../../../src/corpus/corrections/correctedStore';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import { describeStoreContract } from '../contract/storeContract';
import { silentLog } from '../../support/silentLog';

describeStoreContract('SQLite in memory', (surroundings) => openSqliteStore({ path: ':memory:', log: silentLog, ...surroundings }));
describeStoreContract('SQLite in memory, with nothing to correct', async (surroundings) => new CorrectedStore(await openSqliteStore({ path: ':memory:', log: silentLog, ...surroundings })));

describe('in a folder', () => {
  let folder = '';
  let files = 0;
  before(() => { folder = mkdtempSync(path.join(tmpdir(), 'attest-store-')); });
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const journal of ['wal', 'rollback'] as const) {
    describeStoreContract(`SQLite in a file (${journal})`, (surroundings) =>
      openSqliteStore({ path: path.join(folder, 'deep', `${files++}.sqlite`), log: silentLog, journal, ...surroundings }));
  }
});
