import type { Engine } from '../engines/engine';
import { readLines } from '../gold';
import { row, type Row } from '../row';
import { scoreDates, type Timex } from '../scores/dates';
import { timed } from '../timed';

interface GoldDates { readonly text: string; readonly dct: string; readonly timexes: readonly Timex[]; readonly dateline?: readonly [number, number] | null }

/** Values of time expressions: all of them, and those that stand on the calendar. */
export function dates(folder: string, engines: readonly Engine[]): Row[] {
  return [['dates, TimeBank and AQUAINT', 'dates.dev.jsonl'], ['dates, MEANTIME', 'dates-meantime.dev.jsonl']].flatMap(([title, file]) => {
    const texts = readLines<GoldDates>(folder, file!);
    return texts ? dateRows(title!, texts, engines) : [];
  });
}

export function dateRows(title: string, texts: readonly GoldDates[], engines: readonly Engine[]): Row[] {
  const all: Row[] = [], calendar: Row[] = [];
  for (const engine of engines) {
    if (!engine.dates) continue;
    const { results, speed } = timed(texts.map(({ text, dct }) => ({ text, published: dct })), (text) => engine.dates!(text));
    const pairs = results.map((found, i) => ({ gold: texts[i]!.timexes, dateline: texts[i]!.dateline ?? null, found }));
    all.push(row(title, engine.name, scoreDates(pairs), speed));
    calendar.push(row(`${title}, calendar`, engine.name, scoreDates(pairs, { calendar: true }), speed));
  }
  return [...all, ...calendar];
}
