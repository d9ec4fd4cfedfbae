import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, type Connections } from '../../../src/corpus/store/sqlite/connect';
import { walk } from '../../../src/corpus/store/sqlite/walk';
import { silentLog } from '../../support/silentLog';

const ROWS = 2_000;

for (const place of ['a file', 'memory']) describe(`a walk over many rows in ${place}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attest-walk-'));
  let connections: Connections;
  before(() => {
    connections = connect({ path: place === 'memory' ? ':memory:' : path.join(folder, 'index.sqlite'), log: silentLog });
    connections.writer.exec('BEGIN');
    for (let event = 0; event < ROWS; event++) connections.writer.run('INSERT INTO eventName (event, name) VALUES (?, 1)', event);
    connections.writer.exec('COMMIT');
  });
  after(() => {
    connections.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const sql = 'SELECT event FROM eventName WHERE name = ? AND event < 1000000 ORDER BY event';

  it('gives all of one state, in order, while others see what is written meanwhile', async () => {
    const seen: number[] = [];
    let others: number[] = [];
    const walking = walk(connections, sql, [1], ([event]) => {
      const row = seen.push(event!);
      // Long enough for a turn.
      if (row % 100 === 0) for (const end = performance.now() + 5; performance.now() < end;);
    }, 100);
    const writing = new Promise<void>((resolve) => setImmediate(() => {
      connections.writer.run('INSERT INTO eventName (event, name) VALUES (?, 1)', ROWS);
      others = connections.reader.numbers('SELECT max(event) FROM eventName')[0]!.slice();
      resolve();
    }));
    await Promise.all([walking, writing]);
    assert.deepEqual(seen, Array.from({ length: ROWS }, (_, i) => i));
    assert.deepEqual(others, [ROWS]);
  });

  it('ends with what goes wrong', async () => {
    await assert.rejects(walk(connections, sql, [1], () => { throw new Error('enough'); }), /enough/);
    await assert.rejects(walk(connections, 'SELECT a FROM nowhere', [], () => undefined), /nowhere/);
  });
});
