import assert from 'node:assert/strict';
import * as sqlite from 'node:sqlite';
import { probe, sqliteModule } from '../../../src/corpus/store/sqlite/engine';
import { toStoreError } from '../../../src/corpus/store/sqlite/errors';
import { StoreError } from '../../../src/corpus/store/store';

describe('the SQLite engine', () => {
  it('is there', () => {
    assert.equal(typeof sqliteModule().DatabaseSync, 'function');
  });

  const failing = class { exec(): never { throw new Error('no such function: json_each'); } close(): void {} } as unknown as typeof sqlite.DatabaseSync;
  for (const [what, load] of [
    ['without SQLite', () => undefined],
    ['whose SQLite does not load', () => { throw new Error('disabled'); }],
    ['whose SQLite lacks what the store asks of it', () => ({ ...sqlite, DatabaseSync: failing })],
  ] as const) {
    it(`names what is needed on a Node ${what}`, () => {
      const found = probe(load);
      assert.ok(found instanceof StoreError);
      assert.equal(found.code, 'no-engine');
      assert.match(found.message, /Node 22\.16 or later.*Visual Studio Code.*1\.104/);
    });
  }

  for (const [errcode, code] of [[5, 'locked'], [261, 'locked'], [8, 'read-only'], [1032, 'read-only'], [11, 'corrupt'], [267, 'corrupt'], [26, 'corrupt'], [13, 'disk-full'], [1, 'failed']] as const) {
    it(`maps SQLite's result ${errcode} to ${code}`, () => {
      assert.equal(toStoreError(Object.assign(new Error('x'), { errcode })).code, code);
    });
  }

  for (const [system, code] of [['EACCES', 'read-only'], ['EROFS', 'read-only'], ['ENOSPC', 'disk-full'], ['ENOENT', 'failed']] as const) {
    it(`maps the system's ${system} to ${code}`, () => {
      assert.equal(toStoreError(Object.assign(new Error('x'), { code: system })).code, code);
    });
  }
});
