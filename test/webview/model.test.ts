import assert from 'node:assert/strict';
import type { TimelinePage, TimelineParams } from '../../src/server/protocol';
import { TimelineModel } from '../../src/webview/model';
import { emptyWords } from '../../src/webview/emptiness';
import { onDay } from './events';

/** A server with so many events, which answers as the real one does: in slices of 2,000. */
function server(total: number) {
  const asked: TimelineParams[] = [];
  const ask = async (params: TimelineParams): Promise<TimelinePage> => {
    asked.push(params);
    const all = params.from === undefined ? total : 10, size = Math.max(0, Math.min(params.limit, all - params.offset));
    return { total: all, events: Array.from({ length: size }, (_, i) => onDay(`${params.words}${params.offset + i}`, '2023-01-01')), articles: [], density: params.offset === 0 ? [{ start: '2023-01-01', end: '2023-01-31', count: all }] : [] };
  };
  return { asked, ask };
}

describe('the model of the timeline', () => {
  it('takes all pages, and draws what is there at first', async () => {
    const { asked, ask } = server(4_500);
    const shown: number[] = [];
    const model: TimelineModel = new TimelineModel(ask, () => shown.push(model.events.length));
    await model.load({}, '');
    assert.deepEqual(asked.map(({ offset }) => offset), [0, 2_000, 4_000]);
    assert.deepEqual([model.events.length, model.total, model.complete, model.loading], [4_500, 4_500, true, false]);
    assert.deepEqual(shown, [0, 2_000, 4_000, 4_500]);
  });
  it('keeps what is shown until a new answer is whole', async () => {
    const { ask } = server(3_000);
    const shown = new Set<string>();
    const model: TimelineModel = new TimelineModel(ask, () => shown.add(`${model.events.length} ${model.events[0]?.id}`));
    await model.load({}, 'a');
    shown.clear();
    await model.load({}, 'b');
    assert.deepEqual([...shown], ['3000 a0', '3000 b0']);
  });
  it('drops an answer that has been overtaken', async () => {
    const { ask } = server(5);
    const model = new TimelineModel(ask, () => undefined);
    await Promise.all([model.load({}, 'old'), model.load({}, 'new')]);
    assert.ok(model.events.every(({ id }) => id.startsWith('new')));
  });
  it('asks for the time that is looked at where there are too many', async () => {
    const { asked, ask } = server(150_000);
    const model = new TimelineModel(ask, () => undefined);
    await model.load({}, '');
    assert.deepEqual([model.events.length, model.complete, asked.length], [20_000, false, 10]);
    await model.look([Date.parse('2023-01-01'), Date.parse('2023-02-01')]);
    assert.deepEqual([model.events.length, model.total, asked.at(-1)?.from], [10, 150_000, '2023-01-01']);
  });
});

describe('emptyWords', () => {
  const at = { phase: 'ready', articles: 3, total: 5, dated: 5, filtered: false, loaded: true } as const;
  it('says nothing while there is something to draw', () => assert.equal(emptyWords(at), undefined));
  it('says what to do', () => {
    assert.match(emptyWords({ ...at, dated: 0, phase: 'no-corpus' })!, /Choose Corpus Folder/);
    assert.match(emptyWords({ ...at, dated: 0, phase: 'indexing' })!, /Reading/);
    assert.match(emptyWords({ ...at, dated: 0, total: 0, articles: 0 })!, /Put .txt or .md files/);
    assert.match(emptyWords({ ...at, dated: 0, total: 0, filtered: true })!, /No event matches/);
    assert.match(emptyWords({ ...at, dated: 0, total: 0 })!, /report no event/);
    assert.match(emptyWords({ ...at, dated: 0 })!, /listed apart/);
  });
});
