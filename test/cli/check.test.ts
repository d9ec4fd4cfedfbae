import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { attest, buildBundles, type Ended } from './terminal';

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string; readonly ruleIndex: number; readonly level: string;
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn' | 'charOffset' | 'charLength', number>> } }[];
    }[];
  }[];
}

describe('attest check', () => {
  let folder: string;
  const cache = process.env['XDG_CACHE_HOME'];
  before(async () => {
    await buildBundles();
    folder = await mkdtemp(path.join(os.tmpdir(), 'attest-check-'));
    // The index that a run keeps goes with the folder.
    process.env['XDG_CACHE_HOME'] = path.join(folder, 'cache');
    await cp('seeds', path.join(folder, 'seeds'), { recursive: true });
  });
  after(async () => {
    if (cache === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = cache;
    await rm(folder, { recursive: true, force: true });
  });

  const sample = (): string => path.join(folder, 'seeds/drafts');
  const check = (...args: string[]): Promise<Ended> => attest(['check', '--corpus', path.join(folder, 'seeds'), ...args]);

  it('prints the findings of the sample draft, the same on a second run', async () => {
    const { code, out } = await check(sample());
    assert.equal(code, 1);
    const lines = out.trim().split('\n');
    assert.deepEqual(lines.slice(0, -1).map((line) => /\[([a-z-]+)\]$/.exec(line)?.[1]), ['misspelt-name', 'not-found', 'wrong-speaker', 'misquoted']);
    assert.match(lines.at(-1)!, /: 13 quotes · .* · 3 sources$/);
    assert.equal((await check(sample())).out, out);
  });

  it('says nothing of a draft that is clean, with exit code 0', async () => {
    const draft = path.join(folder, 'clean.md');
    await writeFile(draft, '“We call on the parties concerned to exercise restraint,” Geng Shuang said.\n');
    const { code, out } = await check(draft);
    assert.deepEqual([code, out.trim().split('\n').length], [0, 1]);
    const github = await check(draft, '--format', 'github');
    assert.deepEqual([github.code, github.out], [0, '']);
  });

  it('writes SARIF whose places are those of the draft', async () => {
    const { code, out } = await check(sample(), '--format', 'sarif');
    assert.equal(code, 1);
    const { version, runs: [run] } = JSON.parse(out) as Sarif;
    assert.equal(version, '2.1.0');
    const text = await readFile(path.join(sample(), 'china-iran-report.md'), 'utf8'), lines = text.split('\n');
    assert.equal(run!.results.length, 4);
    for (const { ruleId, ruleIndex, level, locations } of run!.results) {
      assert.equal(run!.tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.ok(['warning', 'note'].includes(level));
      const { startLine, startColumn, endLine, endColumn, charOffset, charLength } = locations[0]!.physicalLocation.region;
      assert.equal(endLine, startLine);
      assert.equal(lines[startLine - 1]!.slice(startColumn - 1, endColumn - 1), text.slice(charOffset, charOffset + charLength));
    }
  });

  it('writes JSON and commands for GitHub', async () => {
    const [draft] = JSON.parse((await check(sample(), '--format', 'json')).out) as { findings: unknown[]; quotes: { status: string; sources: { text: string }[] }[] }[];
    assert.equal(draft!.findings.length, 4);
    assert.ok(draft!.quotes.some(({ status, sources }) => status === 'exact' && sources[0]!.text.startsWith('It is not in the interest of any party')));
    const { out } = await check(sample(), '--format', 'github');
    assert.deepEqual(out.trim().split('\n').map((line) => /^::(warning|notice) file=[^,]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=Attest%3A [a-z-]+::\S/.exec(line)?.[1]), ['notice', 'warning', 'warning', 'warning']);
  });

  it('says what is wrong with a call, with exit code 2', async () => {
    for (const args of [[], ['--format', 'xml', sample()], ['--minimum-words', 'x', sample()], ['no/such/draft.md'], [path.join(folder, 'seeds/drafts/references.json')]]) {
      const { code, out, err } = await check(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.notEqual(err, '');
    }
    assert.equal((await attest(['check', '--corpus', path.join(folder, 'nothing'), sample()])).code, 2);
  });
});
