import assert from 'node:assert/strict';
import { lanesOf } from '../../src/webview/lanes';
import { event, onDay } from './events';

describe('lanesOf', () => {
  const events = [
    onDay('1', '2023-01-01', { who: ['Ada'], whom: ['Bea'] }), onDay('2', '2023-01-02', { who: ['Ada'] }), onDay('3', '2023-01-03', { who: ['Bea', 'Ada'] }),
    onDay('4', '2023-01-04', { who: ['Cora', 'protesters'] }), onDay('5', '2023-01-05', { who: ['1,200 people'] }), event('undated', { who: ['Ada'] }),
  ];
  const shape = (by: 'name' | 'type', most: number): string[] => lanesOf(events, by, most).lanes.map(({ label, events: list }) => `${label}: ${list.map(({ id }) => id).join(' ')}`);

  it('has a lane for each name that takes part, fullest first, and one for the rest', () => {
    assert.deepEqual(shape('name', 10), ['Ada: 1 2 3', 'Bea: 1 3', 'Cora: 4', 'Others: 5']);
    assert.deepEqual(shape('name', 1), ['Ada: 1 2 3', 'Others: 4 5']);
    assert.equal(lanesOf(events, 'name', 1).hidden, 2);
  });
  it('has no lane for a name that takes part once, where there are enough others', () => {
    const many = ['Ada', 'Bea', 'Cora'].flatMap((name) => [onDay(`${name}1`, '2023-01-01', { who: [name] }), onDay(`${name}2`, '2023-01-02', { who: [name] })]);
    assert.deepEqual(lanesOf([...many, onDay('x', '2023-01-01', { who: ['Dora'] })], 'name', 10).lanes.map(({ label }) => label), ['Ada', 'Bea', 'Cora', 'Others']);
  });
  it('has a lane for each type by its name', () => {
    const typed = [onDay('1', '2023-01-01', { type: 'aid', typeName: 'Aid' }), onDay('2', '2023-01-01'), onDay('3', '2023-01-01')];
    assert.deepEqual(lanesOf(typed, 'type', 1).lanes.map(({ label, events: list }) => [label, list.length]), [['Other events', 2], ['Aid', 1]]);
  });
  it('is empty for events without a date', () => assert.deepEqual(lanesOf([event('a')], 'name', 5), { lanes: [], hidden: 0 }));
});
