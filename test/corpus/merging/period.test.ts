import assert from 'node:assert/strict';
import { periodOf } from '../../../src/corpus/merging';

const covers = (value: string, start: string, end: string, precision: string): void => void it(`${value} is ${start} to ${end}`, () => assert.deepEqual(periodOf(value), { start, end, precision }));
const unknown = (value: string): void => void it(`${value || 'nothing'} has no days`, () => assert.equal(periodOf(value), null));

describe('the days a date covers', () => {
  covers('2023', '2023-01-01', '2023-12-31', 'year');
  covers('2023-10', '2023-10-01', '2023-10-31', 'month');
  covers('2024-02', '2024-02-01', '2024-02-29', 'month');
  covers('2023-10-07', '2023-10-07', '2023-10-07', 'day');
  covers('2023-10-07TNI', '2023-10-07', '2023-10-07', 'day');
  covers('2023-W41', '2023-10-09', '2023-10-15', 'week');
  covers('2020-W01', '2019-12-30', '2020-01-05', 'week');
  covers('2023-W45-WE', '2023-11-11', '2023-11-12', 'weekend');
  covers('2023-W45-3', '2023-11-08', '2023-11-08', 'day');
  covers('2023-Q3', '2023-07-01', '2023-09-30', 'quarter');
  covers('2023-H2', '2023-07-01', '2023-12-31', 'half');
  covers('2023-SU', '2023-06-01', '2023-08-31', 'season');
  covers('2023-WI', '2023-12-01', '2024-02-29', 'season');
  covers('199', '1990-01-01', '1999-12-31', 'decade');
  covers('19', '1900-01-01', '1999-12-31', 'century');
  covers('2023-10-07/2023-10-09', '2023-10-07', '2023-10-09', 'range');
  covers('2023-10-07/', '2023-10-07', '2023-10-07', 'day');
  for (const value of ['', 'XXXX-10-07', 'XXXX-WXX-3', 'PXD', 'PT24H', 'PAST_REF', '2023-13', '2023-02-30', '2023-W54', 'x']) unknown(value);
});
