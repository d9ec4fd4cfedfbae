import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import { attest, buildBundles, type Ended } from './terminal';

const schema = createRequire(__filename)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;

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

  it('writes SARIF that is valid by its schema, with hostile names and words in it', async () => {
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const awkward = path.join(folder, 'a #1 [draft] “é” 50%.md');
    await writeFile(awkward, '“We call on the parties <b>concerned</b> & others to\texercise patience,” Geng said.\n\n“Nobody said \u202ethis to anyone at all,” he said.\n');
    for (const drafts of [[sample()], [awkward], [sample(), awkward]]) {
      const { out } = await check(...drafts, '--format', 'sarif', '--severity', 'altered=hint');
      assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors?.slice(0, 3)));
    }
    assert.ok(!validate({ version: '2.1.0', runs: [{ results: [{}] }] }), 'the schema tells what is wrong');
  });

  it('writes JSON and commands for GitHub', async () => {
    const [draft] = JSON.parse((await check(sample(), '--format', 'json')).out) as { findings: unknown[]; quotes: { status: string; sources: { text: string }[] }[] }[];
    assert.equal(draft!.findings.length, 4);
    assert.ok(draft!.quotes.some(({ status, sources }) => status === 'exact' && sources[0]!.text.startsWith('It is not in the interest of any party')));
    const { out } = await check(sample(), '--format', 'github');
    assert.deepEqual(out.trim().split('\n').map((line) => /^::(warning|notice) file=[^,]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=Attest%3A [a-z-]+::\S/.exec(line)?.[1]), ['notice', 'warning', 'warning', 'warning']);
  });

  it('checks every draft of the folder it runs in when none is named, but no article', async () => {
    const { out, code } = await attest(['check'], '', folder);
    assert.equal(code, 1);
    const drafts = out.trim().split('\n').flatMap((line) => /^(.*): \d+ quotes? · /.exec(line)?.[1] ?? []);
    assert.ok(drafts.includes('seeds/drafts/china-iran-report.md'));
    assert.deepEqual(drafts.filter((name) => /^seeds\/\d/.test(name)), []);
  });

  it('holds to the settings of the workspace, and says how many findings they silence', async () => {
    const workspace = path.join(folder, 'workspace');
    await cp('seeds', path.join(workspace, 'seeds'), { recursive: true });
    await mkdir(path.join(workspace, '.vscode'), { recursive: true });
    const run = async (settings: string): Promise<Ended> => {
      await writeFile(path.join(workspace, '.vscode/settings.json'), settings);
      return attest(['check', 'seeds/drafts'], '', workspace);
    };
    const codes = ({ out }: Ended): string[] => out.split('\n').flatMap((line) => /\[([a-z-]+)\]$/.exec(line)?.[1] ?? []);
    const silenced = await run('{ // what the desk decided\n "attest.check.ignore": { "sections": ["two envoys called  wang"], "quotes": ["China will continue to view the issue based on its merits, play a leading role in resolving the Middle East issue and help de-escalate the situation"] }, }');
    assert.deepEqual(codes(silenced), ['misspelt-name']);
    assert.match(silenced.out, / · 3 ignored$/m);
    assert.deepEqual((await run('{ "attest.check.ignore": { "files": ["seeds/drafts/*.md"] } }')).code, 0);
    assert.deepEqual(codes(await run('{ "attest.check.severity": { "not-found": "off", "wrong-speaker": "off" } }')), ['misspelt-name', 'misquoted']);
    const broken = await run('{ "attest.check.severity": { ');
    assert.equal(broken.code, 2);
    assert.match(broken.err, /settings\.json is broken/);
  });

  it('says what is wrong with a call, with exit code 2', async () => {
    for (const args of [['--severity', 'misquoted=grave', sample()], ['--severity', 'lies=error', sample()], ['--format', 'xml', sample()], ['--minimum-words', 'x', sample()], ['no/such/draft.md'], [path.join(folder, 'seeds/drafts/references.json')]]) {
      const { code, out, err } = await check(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.notEqual(err, '');
    }
    assert.equal((await attest(['check', '--corpus', path.join(folder, 'nothing'), sample()])).code, 2);
  });
});
