const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** What a date string says: a date with its precision, or why it says none. */
export type StatedDate = { readonly value: string } | { readonly problem: 'ambiguous' | 'unknown' };

/**
 * The day, month or year that a date stamp states, ISO 8601: `2024-04-12T09:30Z`, `12 April 2024`, `Friday, Apr. 12, 2024`,
 * `April 2024`, `2024`. `03/04/2024` is ambiguous and gives none. A time of day after the date is passed over.
 */
export function statedDate(text: string): StatedDate {
  const found = dateAtStart(text);
  if (!found) return { problem: 'unknown' };
  if (!found.value) return { problem: 'ambiguous' };
  return isAfterDate(text.slice(found.length)) ? { value: found.value } : { problem: 'unknown' };
}

/** Date at the start of a text and how many characters it takes; `value` is undefined where day and month cannot be told apart. */
export function dateAtStart(text: string): { value: string | undefined; length: number } | undefined {
  const head = text.slice(0, 80);
  const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i.exec(head)?.[0].length ?? 0;
  const rest = head.slice(weekday);
  const result = (value: string | undefined, match: RegExpExecArray): { value: string | undefined; length: number } =>
    ({ value, length: weekday + match[0].length });

  let match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(rest) ?? /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(rest);
  if (match) return valid(match[1]!, +match[2]!, +match[3]!, (value) => result(value, match!));
  match = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})(?!\d)/.exec(rest);
  if (match) return valid(match[3]!, monthOf(match[2]!), +match[1]!, (value) => result(value, match!));
  match = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/.exec(rest);
  if (match) return valid(match[3]!, monthOf(match[1]!), +match[2]!, (value) => result(value, match!));
  match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(rest);
  if (match) {
    const [first, second] = [+match[1]!, +match[2]!];
    if (first <= 12 && second <= 12 && first !== second) return result(undefined, match);
    return valid(match[3]!, first > 12 ? second : first, first > 12 ? first : second, (value) => result(value, match!));
  }
  if (weekday) return undefined;
  match = /^([A-Za-z]{3,9})\.?,? (\d{4})(?!\d)/.exec(rest);
  if (match) return valid(match[2]!, monthOf(match[1]!), undefined, (value) => result(value, match!));
  match = /^(\d{4})-(\d\d)(?![\d-])/.exec(rest);
  if (match) return valid(match[1]!, +match[2]!, undefined, (value) => result(value, match!));
  match = /^((?:1[6-9]|20)\d\d)(?![\d-])/.exec(rest);
  return match ? result(match[1]!, match) : undefined;
}

/** Whether what follows a date is nothing, or a time of day with its zone. */
export function isAfterDate(rest: string): boolean {
  const time = rest.trim().replace(/^(?:T|at|,|\||-|–|—|·|•) ?/, '');
  return time === '' || /^\d{1,2}[:.h]?\d{0,2}(?::\d\d(?:\.\d{1,9})?)? ?(?:[ap]\.?m\.?)? ?(?:Z|[A-Z]{2,5}|[+-]\d\d:?\d\d)?$/i.test(time);
}

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'sept') return 9;
  return months.findIndex((month) => month === lower || (lower.length === 3 && month.startsWith(lower))) + 1;
}

function valid<T>(year: string, month: number, day: number | undefined, make: (value: string) => T): T | undefined {
  if (+year < 1600 || month < 1 || month > 12) return undefined;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return make(start);
  if (day < 1 || day > new Date(Date.UTC(+year, month, 0)).getUTCDate()) return undefined;
  return make(`${start}-${String(day).padStart(2, '0')}`);
}
