import { Culture, recognizeDateTime } from '@microsoft/recognizers-text-date-time';
import type { Timex } from '../scores/dates';
import type { Engine } from './engine';

interface Value { readonly timex?: string; readonly type?: string; readonly value?: string; readonly start?: string }

const kinds: Readonly<Record<string, string>> = { duration: 'DURATION', set: 'SET', time: 'TIME', datetime: 'TIME', timerange: 'TIME', datetimerange: 'TIME' };

/** Of several readings the first, which is the past one; the library's TIMEX where it is definite, else the date it resolves to. */
function valueOf(values: readonly Value[]): { readonly type: string; readonly value: string } | null {
  const value = values[0];
  if (!value?.timex) return null;
  const type = kinds[value.type ?? ''] ?? 'DATE';
  if (type === 'DURATION' || type === 'SET' || (!value.timex.startsWith('X') && !value.timex.startsWith('('))) return { type, value: value.timex };
  const date = (value.value ?? value.start ?? '').slice(0, 10);
  if (!/^\d{4}/.test(date)) return { type, value: value.timex };
  return { type, value: /^XXXX-\d\d$/.test(value.timex) ? date.slice(0, 7) : date };
}

export const microsoft: Engine = {
  name: 'Microsoft recognizers',
  dates({ text, published }): Timex[] {
    const found = recognizeDateTime(text, Culture.English, 0, published ? new Date(`${published}T12:00:00`) : undefined);
    return found.flatMap(({ start, end, resolution }) => {
      const value = valueOf((resolution?.['values'] ?? []) as Value[]);
      return value ? [{ start, end: end + 1, ...value }] : [];
    });
  },
};
