import assert from 'node:assert/strict';
import { readOptions } from '../../../scripts/evaluate/options';
import { row, table } from '../../../scripts/evaluate/row';
import { timed } from '../../../scripts/evaluate/timed';

describe('evaluation: the command and its table', () => {
  it('reads what to measure', () => {
    const options = readOptions(['--gold', 'data', '--only', 'names, dates', '--without-libraries']);
    assert.ok(typeof options !== 'string');
    assert.deepEqual([options.gold, [...options.tasks], options.libraries], ['data', ['names', 'dates'], false]);
  });
  it('measures everything when nothing is said', () => {
    const options = readOptions([]);
    assert.ok(typeof options !== 'string');
    assert.deepEqual([options.gold, options.tasks.size, options.libraries, options.json], [null, 6, true, false]);
  });
  it('says what is wrong', () => {
    assert.match(String(readOptions(['--only', 'smells'])), /no task "smells"/);
    assert.equal(typeof readOptions(['--golf']), 'string');
  });
  it('names a task once and leaves out what is not known', () => {
    const lines = table([row('names', 'one', { precision: 0.5, recall: 0.25, f1: 1 / 3 }, 12.34), row('names', 'two', 0.875, null)]).split('\n');
    assert.equal(lines.length, 4);
    assert.match(lines[2]!, /^names +one +50\.0 +25\.0 +33\.3 +12\.3$/);
    assert.match(lines[3]!, /^ +two +– +– +87\.5 +–$/);
  });
  it('gives a result for every text, in order', () => {
    const { results } = timed([{ text: 'a' }, { text: 'bb' }], ({ text }) => text.length);
    assert.deepEqual(results, [1, 2]);
  });
});
