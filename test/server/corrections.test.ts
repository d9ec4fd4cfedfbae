import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ArticleItem, CorrectionResult, CorrectionsFile, CorrectParams, EventPeriod } from '../../src/server/protocol';
import { LspClient } from './lspClient';

describe('corrections over attest server --stdio', () => {
  let client: LspClient;
  const ask = <T>(method: string, params?: unknown): Promise<T> => client.connection.sendRequest<T>(method, params);
  const correct = (params: CorrectParams): Promise<CorrectionResult> => ask<CorrectionResult>('attest/correct', params);
  const file = (): string => path.join(client.folder, 'seeds', 'attest.yml');
  const eventually = async <T>(wanted: () => Promise<T | undefined>): Promise<T> => {
    for (let tries = 0; ; tries++) {
      const found = await wanted();
      if (found !== undefined) return found;
      assert.ok(tries < 200);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const articles = (): Promise<ArticleItem[]> => ask<ArticleItem[]>('attest/articles', { words: '', limit: 10 });

  before(async () => { client = await LspClient.start(); });
  after(() => client.stop());
  afterEach(async () => {
    rmSync(file(), { force: true });
    await ask('attest/rescan');
  });

  it('write the date of an article, which moves its events; removing the line moves them back', async () => {
    const periods = (): Promise<EventPeriod[]> => ask<EventPeriod[]>('attest/eventPeriods', { filter: '', order: 'newest' });
    const before = await periods(), undated = (await articles()).find(({ source }) => source.published === 'date unknown')!;
    assert.equal(before.some(({ key }) => key === '2023-10'), true);
    assert.ok(!before.some(({ key }) => key === '2020-01'));
    const result = await correct({ correction: 'articles', articles: [undated.source.uri], fields: { date: '2020-01-08', outlet: 'The Example' } });
    assert.deepEqual([result.warning, result.uri], [undefined, client.uriOf('seeds/attest.yml')]);
    assert.match(readFileSync(file(), 'utf8'), /^# Corrections[\s\S]*\narticles:\n {2}\S+:\n {4}outlet: The Example\n {4}date: 2020-01-08\n {4}content: [0-9a-f]{16}\n$/);
    assert.equal((await articles()).find(({ path: each }) => each === undated.path)!.source.outlet, 'The Example');
    assert.ok((await periods()).some(({ key }) => key === '2020-01'));
    writeFileSync(file(), '# nothing\n');
    assert.deepEqual(await eventually(async () => { const now = await periods(); return now.some(({ key }) => key === '2020-01') ? undefined : now; }), before);
  });

  it('say where they stand, and what a file begins with that is not there', async () => {
    const [found] = await ask<CorrectionsFile[]>('attest/correctionsFiles');
    assert.equal(found!.path, path.join('seeds', 'attest.yml'));
    assert.match(found!.beginWith!, /^# Corrections/);
    writeFileSync(file(), 'names:\n');
    await eventually(async () => ((await ask<CorrectionsFile[]>('attest/correctionsFiles'))[0]!.beginWith === undefined ? true : undefined));
  });

  it('leave a file with a mistake as it is, and say so', async () => {
    writeFileSync(file(), 'names: [\n');
    const [article] = await articles();
    assert.match((await correct({ correction: 'articles', articles: [article!.source.uri], fields: { outlet: 'X' } })).warning!, /mistake in line/);
    assert.equal(readFileSync(file(), 'utf8'), 'names: [\n');
  });

  it('refuse what is in no corpus folder', async () => {
    assert.match((await correct({ correction: 'articles', articles: [client.uriOf('draft.md')], fields: { outlet: 'X' } })).warning!, /no folder of the corpus/);
  });
});
