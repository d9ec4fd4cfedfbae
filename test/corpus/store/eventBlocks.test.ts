import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Database } from '../../../src/corpus/store/sqlite/database';
import { sqliteModule } from '../../../src/corpus/store/sqlite/engine';
import { Column, EventBlocks, EventBlockWriter, type NarrowEvent } from '../../../src/corpus/store/sqlite/eventBlocks';

describe('blocks of events', () => {
  // Close together and far apart; the last one needs more than 32 bits.
  const report = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 8_180, max: 8_200 }), fc.integer({ min: 1_000_000, max: 1_000_020 }), fc.constant(2 ** 40));
  const day = fc.option(fc.integer({ min: -1_000_000, max: 3_000_000 }));
  const event = fc.tuple(report, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 ** 28 }), day, day, fc.integer({ min: 0, max: 2 ** 28 }));
  const change = fc.oneof(
    fc.tuple(report, event).map((set): ['set', number, NarrowEvent] => ['set', ...set]), fc.tuple(fc.constant('drop' as const), report), fc.constant(['flush'] as const),
  );

  it('have of each report what was said of it last', async () => {
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 60 }), fc.uniqueArray(report), async (changes, asked) => {
      const database = new Database(new (sqliteModule().DatabaseSync)(':memory:'));
      database.exec('CREATE TABLE eventBlock (block INTEGER PRIMARY KEY, data BLOB NOT NULL)');
      const writer = new EventBlockWriter(database), blocks = new EventBlocks(database), said = new Map<number, NarrowEvent>();
      for (const each of changes) {
        if (each[0] === 'flush') writer.flush();
        else if (each[0] === 'set') { writer.set(each[1], each[2]); said.set(each[1], each[2]); }
        else { writer.drop(each[1]); said.delete(each[1]); }
      }
      writer.flush();
      for (const id of [...said.keys(), ...asked]) assert.deepEqual(await blocks.read([id], () => undefined), said.has(id) ? [said.get(id)] : []);
      const known = asked.sort((a, b) => a - b).flatMap((id) => said.get(id)?.[Column.id] ?? []);
      assert.deepEqual((await blocks.read(asked, () => undefined)).map((each) => each[Column.id]), [...new Set(known)]);
      for (const id of said.keys()) writer.drop(id);
      writer.flush();
      assert.deepEqual(database.all('SELECT * FROM eventBlock'), [], 'an empty block is left');
      database.close();
    }));
  });

  it('are read a few at a time', async () => {
    const database = new Database(new (sqliteModule().DatabaseSync)(':memory:')), reports = Array.from({ length: 300 }, (_, i) => i * 8_192 + 7);
    database.exec('CREATE TABLE eventBlock (block INTEGER PRIMARY KEY, data BLOB NOT NULL)');
    const writer = new EventBlockWriter(database);
    for (const id of reports) writer.set(id, [id, 1, 2, null, null, 3]);
    writer.flush();
    let pauses = 0;
    const events = await new EventBlocks(database).read(reports, () => { pauses++; return undefined; });
    assert.deepEqual(events.map(([id]) => id), reports);
    assert.ok(pauses >= 4, `${pauses} pauses`);
    database.close();
  });
});
