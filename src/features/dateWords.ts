import { noDate, noYear } from '../corpus/merging';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const seasons: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const dayParts: Readonly<Record<string, string>> = { MO: 'morning', MI: 'midday', AF: 'afternoon', EV: 'evening', NI: 'night' };

const yearUnknown = 'year not stated';

/** What stands for a date that nothing is known of. */
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

const dayOf = (date: Date): string => `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;

/**
 * A TIMEX3 or ISO date value as a reader expects it, with the precision it has: `7 October 2023`, `October 2023`,
 * `7 October, year not stated`. `date unknown` for values that name no point in time.
 */
export function dateInWords(value: string | null | undefined): string {
  if (!value) return dateUnknown;
  const [day = '', time] = value.split('T');
  const words = dayInWords(day);
  const part = time === undefined ? undefined : dayParts[time];
  return part && words !== dateUnknown ? `${words}, ${part}` : words;
}

function dayInWords(day: string): string {
  const week = /^(\d{4}|XXXX)-W(\d\d|XX)(?:-([1-7]|WE))?$/.exec(day);
  if (week) return weekInWords(week[1]!, week[2]!, week[3]);
  const parts = /^(\d{4}|XXXX|\d{3}X|\d{3}|\d{2})(?:-(\d\d|XX|Q[1-4]|H[12]|SP|SU|FA|WI))?(?:-(\d\d|XX))?$/.exec(day);
  if (!parts) return dateUnknown;
  const [, year = '', middle, date] = parts;
  if (year.length === 2) return `${ordinal(Number(year) + 1)} century`;
  const yearWords = /^\d{3}X?$/.test(year) ? `the ${year.slice(0, 3)}0s` : year;
  const known = year !== 'XXXX';
  if (!middle || middle === 'XX') return known ? yearWords : dateUnknown;
  const suffix = known ? ` ${yearWords}` : `, ${yearUnknown}`;
  if (middle.startsWith('Q')) return `quarter ${middle.slice(1)}${known ? ' of ' + yearWords : suffix}`;
  if (middle.startsWith('H')) return `${middle === 'H1' ? 'first' : 'second'} half${known ? ' of ' + yearWords : suffix}`;
  if (seasons[middle]) return `${seasons[middle]}${suffix}`;
  const month = months[Number(middle) - 1];
  if (!month) return known ? yearWords : dateUnknown;
  return date && date !== 'XX' ? `${Number(date)} ${month}${suffix}` : `${month}${suffix}`;
}

function weekInWords(year: string, week: string, day: string | undefined): string {
  const weekday = day === 'WE' ? 'weekend' : day ? weekdays[Number(day) - 1]! : undefined;
  if (year === 'XXXX' || week === 'XX') return weekday ? `a ${weekday}, date not stated` : 'a week, date not stated';
  const monday = weekStart(Number(year), Number(week));
  if (day && day !== 'WE') return dayOf(new Date(monday.getTime() + (Number(day) - 1) * 864e5));
  return `${weekday ? 'weekend in the ' : ''}week of ${dayOf(monday)}`;
}

/** A date as it reads under the heading of its period: `7 October` under `October 2023`, `a Wednesday` under `Date not stated`; empty when the heading says it all. */
export function dateWithin(value: string | null | undefined, period: string): string {
  const words = dateInWords(value);
  if (words === dateUnknown) return '';
  if (/^\d{4}-\d\d$/.test(period)) return words === dateInWords(period) ? '' : words.replace(` ${period.slice(0, 4)}`, '');
  return period === words ? '' : words.replace(/, (?:year|date) not stated/, '');
}

/** A heading of a list by time (see `headingOf` of corpus/merging) in words: `October 2023`, `1990 to 1999`, `Year not stated`. */
export function headingInWords(heading: string): string {
  if (heading === noYear) return 'Year not stated';
  if (heading === noDate) return 'Date not stated';
  return heading.includes('/') ? heading.replace('/', ' to ') : dateInWords(heading);
}
