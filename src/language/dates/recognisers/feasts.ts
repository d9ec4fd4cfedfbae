import { dayNumber, easter, nthWeekday } from '../calendar';

/** A feast or day with a name. `words` are those of the text, lower case, apostrophes straight and `'s` a word of its own. */
export interface Feast {
  readonly words: readonly string[];
  /** Day count of the feast in a Gregorian year; null in years without it. */
  readonly on: (year: number) => number | null;
  /** Number of days it lasts when it is longer than one. */
  readonly lasts?: number;
}

const fixed = (month: number, day: number) => (year: number): number => dayNumber(year, month, day);
const nth = (month: number, weekday: number, which: number) => (year: number): number => nthWeekday(year, month, weekday, which);
const paschal = (shift: number) => (year: number): number => easter(year) + shift;

/** Days of other calendars, as the platform's calendars (Unicode CLDR) give them; a sighted moon may differ from them by a day. */
const formats = new Map<string, Intl.DateTimeFormat>();
const found = new Map<string, number | null>();

function inCalendar(calendar: string, month: number, day: number) {
  return (year: number): number | null => {
    const key = `${calendar}/${month}/${day}/${year}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const days = search(calendar, month, day, year);
    found.set(key, days);
    return days;
  };
}

function search(calendar: string, month: number, day: number, year: number): number | null {
  let format = formats.get(calendar);
  if (!format) formats.set(calendar, format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month: 'numeric', day: 'numeric', timeZone: 'UTC' }));
  const last = dayNumber(year, 12, 31);
  for (let days = dayNumber(year, 1, 1); days <= last; days++) {
    const parts = format.formatToParts(days * 864e5);
    if (parts.find((part) => part.type === 'day')?.value === String(day) && matches(parts.find((part) => part.type === 'month')?.value, calendar, month)) return days;
  }
  return null;
}

/** Hebrew months come with their names, the others as numbers; a leap month of the Chinese calendar (`4bis`) is none. */
function matches(text: string | undefined, calendar: string, month: number): boolean {
  return calendar === 'hebrew' ? text?.toLowerCase() === hebrewMonths[month] : text === String(month);
}
const hebrewMonths: Readonly<Record<number, string>> = { 1: 'tishri', 3: 'kislev', 8: 'nisan' };

const list: readonly (readonly [string, Feast['on'], number?])[] = [
  ['christmas day', fixed(12, 25)], ['christmas eve', fixed(12, 24)], ['christmas', fixed(12, 25)], ['boxing day', fixed(12, 26)],
  ["new year 's eve", fixed(12, 31)], ["new year 's day", fixed(1, 1)], ["new year 's", fixed(1, 1)], ['new year eve', fixed(12, 31)],
  ['thanksgiving day', nth(11, 4, 4)], ['thanksgiving', nth(11, 4, 4)], ['black friday', (year) => nthWeekday(year, 11, 4, 4) + 1], ['cyber monday', (year) => nthWeekday(year, 11, 4, 4) + 4],
  ['halloween', fixed(10, 31)], ['labor day', nth(9, 1, 1)], ['labour day', fixed(5, 1)], ['memorial day', nth(5, 1, -1)], ['veterans day', fixed(11, 11)], ["veterans ' day", fixed(11, 11)],
  ['armistice day', fixed(11, 11)], ['remembrance day', fixed(11, 11)], ['remembrance sunday', nth(11, 7, 2)], ['columbus day', nth(10, 1, 2)], ['presidents day', nth(2, 1, 3)], ["presidents ' day", nth(2, 1, 3)],
  ['martin luther king day', nth(1, 1, 3)], ['martin luther king jr . day', nth(1, 1, 3)], ["valentine 's day", fixed(2, 14)], ["st . patrick 's day", fixed(3, 17)], ["st patrick 's day", fixed(3, 17)],
  ['election day', (year) => nthWeekday(year, 11, 1, 1) + 1], ['inauguration day', fixed(1, 20)], ['bastille day', fixed(7, 14)], ["mother 's day", nth(5, 7, 2)], ["father 's day", nth(6, 7, 3)], ['earth day', fixed(4, 22)], ["women 's day", fixed(3, 8)],
  ['easter sunday', paschal(0)], ['easter day', paschal(0)], ['easter monday', paschal(1)], ['easter', paschal(0)], ['good friday', paschal(-2)], ['palm sunday', paschal(-7)], ['ash wednesday', paschal(-46)], ['mardi gras', paschal(-47)], ['pentecost', paschal(49)],
  ['ramadan', inCalendar('islamic-umalqura', 9, 1), 30], ['eid al fitr', inCalendar('islamic-umalqura', 10, 1)], ['eid al adha', inCalendar('islamic-umalqura', 12, 10)],
  ['rosh hashanah', inCalendar('hebrew', 1, 1)], ['yom kippur', inCalendar('hebrew', 1, 10)], ['passover', inCalendar('hebrew', 8, 15)], ['hanukkah', inCalendar('hebrew', 3, 25)],
  ['lunar new year', inCalendar('chinese', 1, 1)], ['chinese new year', inCalendar('chinese', 1, 1)],
];

/** Feasts by their first word; among those of one word the longest come first. */
export const feasts: ReadonlyMap<string, readonly Feast[]> = (() => {
  const map = new Map<string, Feast[]>();
  for (const [name, on, lasts] of list) {
    const words = name.split(' ');
    const feast: Feast = lasts === undefined ? { words, on } : { words, on, lasts };
    map.set(words[0]!, [...(map.get(words[0]!) ?? []), feast].sort((a, b) => b.words.length - a.words.length));
  }
  return map;
})();
