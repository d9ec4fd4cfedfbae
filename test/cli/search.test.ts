import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { attest, buildBundles, type Ended } from './terminal';

interface Found { readonly article: string; readonly start: number; readonly end: number; readonly text: string; readonly speaker?: { readonly canonical: string } | null }

describe('searching on the command line', () => {
  let folder: string;
  const cache = process.env['XDG_CACHE_HOME'];
  before(async () => {
    await buildBundles();
    folder = await mkdtemp(path.join(os.tmpdir(), 'attest-search-'));
    process.env['XDG_CACHE_HOME'] = path.join(folder, 'cache');
    await cp('seeds', path.join(folder, 'seeds'), { recursive: true });
  });
  after(async () => {
    if (cache === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = cache;
    await rm(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]): Promise<Ended> => attest(args, '', folder);

  /** Every place that was printed is where the words stand. */
  async function standThere(found: readonly Found[]): Promise<void> {
    for (const { article, start, end, text } of found) assert.equal((await readFile(path.join(folder, article), 'utf8')).slice(start, end), text);
  }

  it('finds the sentences that have all the words, each with its place', async () => {
    const { code, out } = await run('search', 'inviolability', 'missions', '--format', 'json');
    assert.equal(code, 0);
    const { passages } = JSON.parse(out) as { passages: Found[] };
    assert.ok(passages.length > 0);
    await standThere(passages);
    assert.match((await run('search', 'inviolability', 'missions')).out, /^seeds\/001_\w+\.txt:\d+:\d+: .*inviolability.* \(Daily Caller News Foundation, 12 April 2024\)$/m);
  });

  it('finds who a name is and what speaks of its bearer', async () => {
    const { names, passages } = JSON.parse((await run('search', 'Geng', '--format', 'json')).out) as { names: { canonical: string }[]; passages: Found[] };
    assert.deepEqual(names.map(({ canonical }) => canonical), ['Geng Shuang']);
    assert.ok(passages.every(({ article }) => article.startsWith('seeds/000_')));
  });

  it('finds quotations by words and by speaker', async () => {
    const byWords = JSON.parse((await run('quotes', 'restraint', 'parties', '--format', 'json')).out) as Found[];
    assert.match(byWords[0]!.text, /exercise restraint/);
    await standThere(byWords);
    const bySpeaker = JSON.parse((await run('quotes', '--speaker', 'Wang Di', '--format', 'json')).out) as Found[];
    assert.ok(bySpeaker.length > 0 && bySpeaker.every(({ speaker }) => speaker?.canonical === 'Wang Di'));
    assert.match((await run('quotes', '--speaker', 'Wang Di')).out, /: “.+” — Wang Di \(/);
  });

  it('has the exit code 1 when nothing is found', async () => {
    for (const args of [['search', 'zyzzyva'], ['quotes', '--speaker', 'Nobody Atall'], ['quotes', 'zyzzyva']]) assert.deepEqual([(await run(...args)).code, (await run(...args)).out], [1, ''], args.join(' '));
  });

  it('lists the events of the sidebar, those with some words where words are given', async () => {
    const all = (await run('events')).out.trim().split('\n'), some = (await run('events', 'Hamas')).out.trim().split('\n');
    assert.ok(some.length > 0 && some.length < all.length);
    assert.deepEqual(some.filter((line) => !all.includes(line)), []);
    assert.deepEqual((await run('events', '--order', 'newest')).out.trim().split('\n').length, all.length);
  });

  it('brings the kept index up to date and says what is in it', async () => {
    const stats = async (): Promise<Readonly<Record<string, unknown>>> => JSON.parse((await run('index', '--stats', '--format', 'json')).out) as Readonly<Record<string, unknown>>;
    assert.deepEqual([(await stats())['articles'], (await stats())['problems']], [3, []]);
    await writeFile(path.join(folder, 'seeds', 'empty.txt'), '');
    const { code, out } = await run('index', '--stats');
    assert.equal(code, 1);
    assert.match(out, /^articles +3$/m);
    assert.match(out, /^seeds\/empty\.txt: warning: /m);
    await rm(path.join(folder, 'seeds', 'empty.txt'));
    assert.equal((await run('index')).code, 0);
  });
});
