import { noDate, noYear } from '../corpus/merging';
import { dayPartName, monthName, seasonName, weekdayName } from './calendarWords';
import { english, type Say } from './say';

/** What stands for a date that nothing is known of, in English. */
export const dateUnknown = 'date unknown';

/** First day of an ISO week, UTC. ISO 8601: week 1 is the one with 4 January in it. */
function weekStart(year: number, week: number): Date {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 864e5;
  return new Date(monday + (week - 1) * 7 * 864e5);
}

function ordinal(n: number): string {
  const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  return `${n}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

/** What of a date is left out because a heading says it: this year, and that a year or a date is not stated. */
interface Heading { readonly year?: string }

const dayWords = (say: Say, day: number, month: string, year: string, under: Heading | undefined): string =>
  under?.year === year ? say('{day} {month}', { day, month }) : say('{day} {month} {year}', { day, month, year });

const dayOf = (say: Say, date: Date, under: Heading | undefined): string => dayWords(say, date.getUTCDate(), monthName(say, date.getUTCMonth() + 1), String(date.getUTCFullYear()), under);

/**
 * A TIMEX3 or ISO date value as a reader expects it, with the precision it has: `7 October 2023`, `October 2023`,
 * `7 October, year not stated`. `date unknown` for values that name no point in time.
 */
export function dateInWords(value: string | null | undefined, say: Say = english): string {
  return wordsOf(say, value) ?? say('date unknown');
}

function wordsOf(say: Say, value: string | null | undefined, under?: Heading): string | undefined {
  if (!value) return undefined;
  const [day = '', time] = value.split('T');
  const words = weekInWords(say, day, under) ?? dayInWords(say, day, under);
  const part = time === undefined ? undefined : dayPartName(say, time);
  return part && words !== undefined ? say('{date}, {partOfDay}', { date: words, partOfDay: part }) : words;
}

function dayInWords(say: Say, value: string, under: Heading | undefined): string | undefined {
  const parts = /^(\d{4}|XXXX|\d{3}X|\d{3}|\d{2})(?:-(\d\d|XX|Q[1-4]|H[12]|SP|SU|FA|WI))?(?:-(\d\d|XX))?$/.exec(value);
  if (!parts) return undefined;
  const [, digits = '', middle = 'XX', date = 'XX'] = parts;
  if (digits.length === 2) return say('{ordinal} century', { ordinal: ordinal(Number(digits) + 1), number: Number(digits) + 1 });
  const year = digits === 'XXXX' ? undefined : /^\d{3}X?$/.test(digits) ? say('the {0}s', `${digits.slice(0, 3)}0`) : digits;
  const month = /^\d\d$/.test(middle) ? monthName(say, Number(middle)) : seasonName(say, middle);
  if (middle.startsWith('Q') && year !== undefined) return say('quarter {0} of {1}', middle.slice(1), year);
  if (middle.startsWith('H') && year !== undefined) return middle === 'H1' ? say('first half of {0}', year) : say('second half of {0}', year);
  if (month === '') return year;
  const day = date === 'XX' ? undefined : Number(date);
  if (year !== undefined) {
    if (day !== undefined) return dayWords(say, day, month, year, under);
    return under?.year === year ? month : say('{month} {year}', { month, year });
  }
  if (day === undefined) return under ? month : say('{0}, year not stated', month);
  return under ? say('{day} {month}', { day, month }) : say('{day} {month}, year not stated', { day, month });
}

function weekInWords(say: Say, value: string, under: Heading | undefined): string | undefined {
  const parts = /^(\d{4}|XXXX)-W(\d\d|XX)(?:-([1-7]|WE))?$/.exec(value);
  if (!parts) return undefined;
  const [, year = '', week = '', day] = parts;
  if (year === 'XXXX' || week === 'XX') {
    const vague = day === undefined ? say('a week') : say('a {0}', day === 'WE' ? say('weekend') : weekdayName(say, Number(day)));
    return under ? vague : say('{0}, date not stated', vague);
  }
  const monday = weekStart(Number(year), Number(week));
  if (day && day !== 'WE') return dayOf(say, new Date(monday.getTime() + (Number(day) - 1) * 864e5), under);
  return day ? say('weekend in the week of {0}', dayOf(say, monday, under)) : say('week of {0}', dayOf(say, monday, under));
}

/** A date as it reads under the heading of its period: `7 October` under `October 2023`, `a Wednesday` under `Date not stated`; empty when the heading says it all. */
export function dateWithin(value: string | null | undefined, period: string, say: Say = english): string {
  const words = wordsOf(say, value);
  if (words === undefined || words === headingInWords(period, say)) return '';
  return wordsOf(say, value, /^\d{4}-\d\d$/.test(period) ? { year: period.slice(0, 4) } : {}) ?? '';
}

/** A heading of a list by time (see `headingOf` of corpus/merging) in words: `October 2023`, `1990 to 1999`, `Year not stated`. */
export function headingInWords(heading: string, say: Say = english): string {
  if (heading === noYear) return say('Year not stated');
  if (heading === noDate) return say('Date not stated');
  const [from = '', to] = heading.split('/');
  return to === undefined ? dateInWords(heading, say) : say('{0} to {1}', from, to);
}
