import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { attest, buildBundles } from './terminal';

describe('attest', () => {
  before(buildBundles);

  it('tells what it can do', async () => {
    const { code, out } = await attest(['--help']);
    assert.equal(code, 0);
    for (const command of ['check', 'search', 'quotes', 'events', 'index', 'annotate', 'server']) assert.match(out, new RegExp(`^  ${command} `, 'm'));
    assert.equal((await attest(['annotate', '--help'])).code, 0);
  });
  it('says what is wrong with a call, with exit code 2', async () => {
    for (const args of [[], ['sing'], ['annotate', '--loud'], ['search'], ['quotes'], ['quotes', '--limit', 'many', 'war'], ['index', '--loud'], ['events', '--corpus', 'seeds', '--format', 'xml'], ['events', '--format', 'jsonl', 'war'], ['server'], ['events', '--corpus', 'no/such/folder']]) {
      const { code, out, err } = await attest(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.notEqual(err, '');
    }
  });
  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal((await attest(['--version'])).out, `${version}\n`);
  });

  describe('annotate', () => {
    const text = 'Chancellor Olaf Scholz visited Paris on Friday. “We stand together,” Scholz said.';

    it('writes a line for each line, in order, with offsets that fit', async () => {
      const lines = [{ id: 'a', text, published: '2023-05-06' }, { id: 7, text: '' }];
      const { code, out } = await attest(['annotate'], lines.map((line) => JSON.stringify(line)).join('\n') + '\n');
      assert.equal(code, 0);
      const [first, second] = out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, { start: number; end: number; text: string }[]>);
      assert.equal(first!['id'], 'a');
      assert.deepEqual(second, { id: 7, names: [], quotations: [], dates: [], events: [] });
      for (const list of ['names', 'quotations', 'dates', 'events']) {
        for (const { start, end, text: words } of first![list]!) assert.equal(text.slice(start, end), words);
      }
      assert.ok(first!['names']!.some(({ text: words }) => words === 'Olaf Scholz'));
      assert.equal(first!['quotations']![0]!.text, 'We stand together,');
      assert.ok(first!['dates']!.some((date) => 'value' in date && date.value === '2023-05-05'));
    });
    it('answers a line that is no text in its place, and goes on', async () => {
      const { code, out } = await attest(['annotate'], `{"id":1\n{"id":2}\n[]\n{"id":4,"text":"x"}\n`);
      const lines = out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
      assert.equal(code, 1);
      assert.deepEqual(lines.map((line) => 'error' in line), [true, true, true, false]);
    });
  });

  it('lists the events of a folder', async () => {
    const { code, out } = await attest(['events', '--corpus', 'seeds', '--format', 'jsonl']);
    assert.equal(code, 0);
    const events = out.trim().split('\n').map((line) => JSON.parse(line) as { mentions: { article: string; start: number; trigger: { start: number; end: number } }[] });
    assert.ok(events.length >= 10);
    for (const { mentions } of events) {
      for (const { article, trigger } of mentions) {
        assert.match(article, /^00\d_[0-9a-f]+\.txt$/);
        assert.match(readFileSync(`seeds/${article}`, 'utf8').slice(trigger.start, trigger.end), /^\S/);
      }
    }
  });
});
