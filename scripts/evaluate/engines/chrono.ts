import { parse, type ParsedComponents } from 'chrono-node';
import type { Engine } from './engine';

const two = (n: number | null): string => String(n ?? 0).padStart(2, '0');

/** A TIMEX3 value of what the library holds certain; what it only fills in is left out. */
function valueOf(start: ParsedComponents): string {
  const year = String(start.get('year')).padStart(4, '0'), month = `${year}-${two(start.get('month'))}`, day = `${month}-${two(start.get('day'))}`;
  if (start.isCertain('hour')) return `${day}T${two(start.get('hour'))}:${two(start.get('minute'))}`;
  if (start.isCertain('day') || start.isCertain('weekday')) return day;
  return start.isCertain('month') ? month : start.isCertain('year') ? year : day;
}

export const chrono: Engine = {
  name: 'chrono-node',
  dates({ text, published }) {
    const now = published ? { instant: new Date(`${published}T12:00:00Z`), timezone: 0 } : undefined;
    return parse(text, now).map(({ index, text: words, start }) => ({ start: index, end: index + words.length, type: start.isCertain('hour') ? 'TIME' : 'DATE', value: valueOf(start) }));
  },
};
