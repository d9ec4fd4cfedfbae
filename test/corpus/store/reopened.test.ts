import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { annotateText } from '../../../src/corpus/annotate';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import { connect } from '../../../src/corpus/store/sqlite/connect';
import type { CorpusStore, IndexedFile } from '../../../src/corpus/store/store';
import { MemoryFileSystem } from '../../support/memoryFileSystem';
import { silentLog } from '../../support/silentLog';

/** A president who is said to have met somebody on a day of May. */
const meeting = (whom: string, where: string, day: number, appeared: number): IndexedFile => {
  const text = `---\ndate: 2024-05-${String(appeared).padStart(2, '0')}\n---\n\nPresident Ann Author met ${whom} in ${where} on May ${day}, 2024. They spoke about trade and fishing for two hours.\n`;
  return { path: `/corpus/${where}-${day}-${appeared}.md`, stamp: { size: text.length, mtimeMs: 1, hash: where + appeared }, articles: [annotateText(text)], problems: [], textIsFile: true };
};

describe('an index that was there', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attest-reopened-')), asked: string[] = [];
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const open = (): Promise<CorpusStore> => openSqliteStore({ path: path.join(folder, 'index.sqlite'), fileSystem: new MemoryFileSystem(), log: silentLog, onQuery: (sql) => asked.push(sql) });

  it('is compared with a further article without opening those of its time and party that are of other events, and with those that are of its own', async () => {
    const earlier = [meeting('Bob Baker', 'Paris', 2, 3), meeting('Carl Cook', 'Rome', 4, 5), meeting('Dora Dale', 'Madrid', 6, 7), meeting('Emil Earl', 'Vienna', 8, 9)];
    let store = await open();
    await store.replace(earlier);
    await store.close();

    store = await open();
    asked.length = 0;
    await store.replace([meeting('Dora Dale', 'Madrid', 6, 8)]);
    assert.ok(asked.some((sql) => sql.includes('articleSketch') && sql.startsWith('SELECT')), 'it is asked what the others look like');
    assert.equal(asked.filter((sql) => sql.startsWith('SELECT file.path, article.ordinal')).length, 1);
    const events = await store.events({ order: 'newest', page: { offset: 0, limit: 10 } });
    assert.deepEqual(events.filter(({ title }) => title.includes('Author')).map(({ articles }) => articles).sort(), [1, 1, 1, 2]);
    await store.close();
  });

  it('keeps nothing of what an article looked like that is gone', async () => {
    const store = await open();
    await store.remove((await store.articles({ offset: 0, limit: 10 })).map(({ path: file }) => file));
    asked.length = 0;
    await store.replace([meeting('Bob Baker', 'Paris', 2, 4)]);
    assert.equal(asked.filter((sql) => sql.startsWith('SELECT file.path, article.ordinal')).length, 0);
    assert.deepEqual((await store.events({ order: 'newest', page: { offset: 0, limit: 10 } })).map(({ articles }) => articles), [1]);
    await store.close();
    const { reader, close } = connect({ path: path.join(folder, 'index.sqlite'), log: silentLog });
    assert.deepEqual(reader.numbers('SELECT article FROM articleSketch'), reader.numbers('SELECT id FROM article'));
    close();
  });
});
