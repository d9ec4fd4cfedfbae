import assert from 'node:assert/strict';
import { ticksOf } from '../../src/webview/axis';
import { DAY, extentOf, firstWindow, isDay, isoDay, whenOf, type Window, windowWords } from '../../src/webview/time';
import { event, onDay } from './events';

const window = (from: string, to: string): Window => [Date.parse(from), Date.parse(to)];

describe('the time of an event', () => {
  it('is a day, a span, or open at its beginning', () => {
    const day = whenOf(onDay('a', '2023-10-07'))!;
    assert.deepEqual([isDay(day), day.to - day.from], [true, DAY]);
    const month = whenOf(event('b', { start: '2023-10-01', end: '2023-10-31' }))!;
    assert.deepEqual([isDay(month), (month.to - month.from) / DAY], [false, 31]);
    const by = whenOf(event('c', { end: '2023-11-13' }))!;
    assert.deepEqual([isDay(by), by.open, isoDay(by.to)], [false, true, '2023-11-14']);
    assert.equal(whenOf(event('d')), undefined);
    assert.equal(whenOf(event('e', { start: 'nonsense', end: 'nonsense' })), undefined);
  });
  it('spans all events with some room, and something even without any', () => {
    const [from, to] = extentOf([onDay('a', '2020-01-01'), event('x'), onDay('b', '2024-01-01')]);
    assert.ok(from < Date.parse('2020-01-01') && to > Date.parse('2024-01-02'));
    assert.ok(to - from < 5 * 366 * DAY);
    const none = extentOf([], Date.parse('2024-06-15'));
    assert.ok(none[0] < none[1]);
  });
  it('is looked at first where most events are', () => {
    const many = Array.from({ length: 60 }, (_, i) => onDay(`n${i}`, isoDay(Date.parse('2023-01-01') + i * DAY)));
    const all = [...many, onDay('old', '1901-01-01')];
    const [from, to] = firstWindow(all, extentOf(all))!;
    assert.ok(from > Date.parse('2022-11-01') && to < Date.parse('2023-05-01'));
    assert.equal(firstWindow(many, extentOf(many)), undefined, 'all, where all lies together');
    assert.equal(firstWindow([onDay('a', '1901-01-01'), onDay('b', '2023-01-01')], window('1900-01-01', '2024-01-01')), undefined, 'all, where there are few');
  });
  it('is told in words', () => {
    assert.equal(windowWords(window('2023-10-07', '2023-10-08')), '7 Oct 2023');
    assert.equal(windowWords(window('2023-10-07', '2024-01-01')), '7 Oct 2023 – 31 Dec 2023');
  });
});

describe('the time axis', () => {
  const labels = (from: string, to: string, width = 900): string[] => ticksOf(window(from, to), width).map(({ label, context }) => (context ? `${context}: ${label}` : label));
  it('has years for a decade', () => assert.deepEqual(labels('2014-06-01', '2024-06-01').slice(0, 2), ['2015', '2016']));
  it('has months with the year where it changes', () => {
    const ticks = labels('2023-09-15', '2024-02-15');
    assert.ok(ticks.includes('2023: Oct') && ticks.includes('Dec') && ticks.includes('2024: Jan'), ticks.join());
  });
  it('has days for a week', () => assert.deepEqual(labels('2023-10-07', '2023-10-10').slice(0, 2), ['2023: 7 Oct', '8 Oct']));
  it('has nothing finer than a day', () => {
    assert.deepEqual(labels('2023-10-07', '2023-10-08').map((label) => label.replace(/.*: /, '')), ['7 Oct', '8 Oct']);
    assert.equal(labels('2023-10-07T03:00:00Z', '2023-10-07T21:00:00Z').length, 1);
  });
  it('has fewer labels on a narrow axis', () => assert.ok(labels('2014-06-01', '2024-06-01', 250).length <= 5));
});
