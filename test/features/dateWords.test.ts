import assert from 'node:assert/strict';
import { headingOf } from '../../src/corpus/merging';
import { dateInWords, dateWithin, headingInWords } from '../../src/features/dateWords';

describe('dates in words', () => {
  const cases: readonly (readonly [string | null, string])[] = [
    ['2023-10-07', '7 October 2023'], ['2023-10', 'October 2023'], ['2023', '2023'], ['2023-W41', 'week of 9 October 2023'],
    ['2023-W41-3', '11 October 2023'], ['2023-W41-WE', 'weekend in the week of 9 October 2023'], ['2024-W01', 'week of 1 January 2024'],
    ['XXXX-10-07', '7 October, year not stated'], ['XXXX-12', 'December, year not stated'], ['XXXX-WXX-3', 'a Wednesday, date not stated'],
    ['2023-FA', 'autumn 2023'], ['2023-Q2', 'quarter 2 of 2023'], ['199X', 'the 1990s'], ['199', 'the 1990s'], ['20', '21st century'], ['18', '19th century'],
    ['XXXX-XX-XXTNI', 'date unknown'], ['2023-10-07TMO', '7 October 2023, morning'], ['2023-10-07T14:30', '7 October 2023'],
    [null, 'date unknown'], ['', 'date unknown'], ['PAST_REF', 'date unknown'], ['P2W', 'date unknown'], ['XXXX', 'date unknown'], ['2023-13', '2023'],
  ];
  for (const [value, words] of cases) it(`${value} is ${words}`, () => assert.equal(dateInWords(value), words));
});

describe('dates under a heading', () => {
  const cases: readonly (readonly [string | null, string, string])[] = [
    ['2023-10-07', '2023-10', '7 October'], ['2023-10', '2023-10', ''], ['2023-W41', '2023-10', 'week of 9 October'], ['2023', '2023', ''],
    ['XXXX-10-07', 'no-year', '7 October'], ['XXXX-WXX-3', 'unknown', 'a Wednesday'], [null, 'unknown', ''],
  ];
  for (const [value, period, words] of cases) it(`${value} under ${period} is “${words}”`, () => assert.equal(dateWithin(value, period), words));
});

describe('headings', () => {
  const cases: readonly (readonly [string | null, string, string])[] = [
    ['2023-10-07', '2023-10', 'October 2023'], ['2015', '2015', '2015'], ['199', '1990/1999', '1990 to 1999'], ['2023-W40', '2023-10', 'October 2023'], ['2023-W44', '2023', '2023'],
    ['XXXX-10-07', 'no-year', 'Year not stated'], ['XXXX-WXX-3', 'unknown', 'Date not stated'], [null, 'unknown', 'Date not stated'], ['P2D', 'unknown', 'Date not stated'],
  ];
  for (const [value, heading, words] of cases) {
    it(`${value} stands under ${words}`, () => {
      assert.equal(headingOf(value), heading);
      assert.equal(headingInWords(heading), words);
    });
  }
});
