/** The closed vocabulary of time expressions: what kind of word each is, and its number within that kind. */

/** Kinds of atoms. `none` is a word that says nothing about time. */
export const Kind = {
  none: 0, month: 1, weekday: 2, unit: 3, cardinal: 4, ordinal: 5, number: 6, season: 7, dayPart: 8, deictic: 9, pointer: 10,
  article: 11, vague: 12, about: 13, phase: 14, shift: 15, reference: 16, each: 17, frequency: 18, decade: 19, punctuation: 20,
  filler: 21, word: 22, possessive: 23, festival: 24, meridiem: 25, zone: 26, verb: 27, fiscal: 28, coded: 29, these: 30,
} as const;

/** Units of time, in order of length. */
export const Unit = { second: 0, minute: 1, hour: 2, day: 3, week: 4, fortnight: 5, month: 6, quarter: 7, year: 8, decade: 9, century: 10, millennium: 11, weekend: 12, night: 13, half: 14 } as const;
/** Added to the number of a unit, weekday, season or part of the day that stands in the plural. */
export const PLURAL = 100;

/** Which way a pointing word looks. */
export const Point = { last: 0, this: 1, next: 2, past: 3, coming: 4, previous: 5, following: 6, same: 7, that: 8, recent: 9, latest: 10 } as const;

/** Words after a quantity that make it a point in time. */
export const Shift = { ago: 0, earlier: 1, later: 2, hence: 3, before: 4, after: 5, from: 6, since: 7, prior: 8, previously: 9, on: 10 } as const;

/** Parts of a day; the letters are those of TIMEX3. */
export const DayPart = { morning: 0, afternoon: 1, evening: 2, night: 3, noon: 4, midnight: 5, midday: 6, dawn: 7 } as const;
export const dayPartValue = ['TMO', 'TAF', 'TEV', 'TNI', 'T12:00', 'T24:00', 'T12:00', 'TMO'] as const;

export const Deictic = { today: 0, yesterday: 1, tomorrow: 2, tonight: 3, overnight: 4 } as const;

/** Small words that recognisers look for by name. */
export const Word = {
  of: 0, in: 1, on: 2, to: 3, and: 4, or: 5, the: 6, at: 7, by: 8, between: 9, until: 10, through: 11, during: 12, for: 13, over: 14,
  within: 15, end: 16, beginning: 17, start: 18, middle: 19, turn: 20, half: 21, so: 22, than: 23, time: 24, era: 25, eve: 26, day: 27,
  period: 28, term: 29, old: 30, ended: 31, per: 32, times: 33, oclock: 34, am: 35, far: 36, future: 37, moment: 38, past: 39,
  right: 40, newYear: 41, good: 42, wall: 43, black: 44, date: 45, long: 46, into: 47, with: 48, as: 49, possible: 50, week: 51, dateline: 52, first: 53,
  being: 54, now: 55, then: 56, once: 57, ahead: 58, under: 59, year: 60, ending: 61, throughout: 62, versus: 63, after: 64, ad: 65, bc: 66, starting: 67, around: 68, century: 69, history: 70, till: 71,
} as const;

/** Kinds of verb forms that tell the tense of a clause. */
export const Verb = { past: 0, present: 1, future: 2, be: 3, been: 4, have: 5, had: 6, was: 7, is: 8, would: 9, plan: 10, modal: 11 } as const;

export interface Entry { readonly word: string; readonly kind: number; readonly value: number }

const entries: Entry[] = [];
function add(kind: number, table: Readonly<Record<number, string>>): void {
  for (const [value, words] of Object.entries(table)) for (const word of words.split(' ')) entries.push({ word, kind, value: Number(value) });
}

add(Kind.month, { 1: 'january jan', 2: 'february feb febr', 3: 'march mar', 4: 'april apr', 5: 'may', 6: 'june jun', 7: 'july jul', 8: 'august aug', 9: 'september sept sep', 10: 'october oct', 11: 'november nov', 12: 'december dec' });
add(Kind.weekday, {
  1: 'monday mon', 2: 'tuesday tue tues', 3: 'wednesday wed weds', 4: 'thursday thu thur thurs', 5: 'friday fri', 6: 'saturday sat', 7: 'sunday sun',
  101: 'mondays', 102: 'tuesdays', 103: 'wednesdays', 104: 'thursdays', 105: 'fridays', 106: 'saturdays', 107: 'sundays',
});
add(Kind.unit, {
  0: 'second', 1: 'minute min', 2: 'hour hr', 3: 'day', 4: 'week', 5: 'fortnight', 6: 'month', 7: 'quarter', 8: 'year', 9: 'decade', 10: 'century', 11: 'millennium', 12: 'weekend',
  100: 'seconds', 101: 'minutes mins', 102: 'hours hrs', 103: 'days', 104: 'weeks', 105: 'fortnights', 106: 'months', 107: 'quarters', 108: 'years yrs', 109: 'decades', 110: 'centuries', 111: 'millennia', 112: 'weekends',
});
add(Kind.cardinal, {
  1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine', 10: 'ten', 11: 'eleven', 12: 'twelve dozen', 13: 'thirteen', 14: 'fourteen', 15: 'fifteen', 16: 'sixteen', 17: 'seventeen', 18: 'eighteen', 19: 'nineteen',
  20: 'twenty', 30: 'thirty', 40: 'forty', 50: 'fifty', 60: 'sixty', 70: 'seventy', 80: 'eighty', 90: 'ninety', 100: 'hundred', 1000: 'thousand',
});
add(Kind.ordinal, {
  1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', 6: 'sixth', 7: 'seventh', 8: 'eighth', 9: 'ninth', 10: 'tenth', 11: 'eleventh', 12: 'twelfth', 13: 'thirteenth', 14: 'fourteenth', 15: 'fifteenth', 16: 'sixteenth', 17: 'seventeenth', 18: 'eighteenth', 19: 'nineteenth',
  20: 'twentieth', 21: 'twenty-first', 30: 'thirtieth',
});
add(Kind.season, { 1: 'spring', 2: 'summer', 3: 'autumn fall', 4: 'winter', 101: 'springs', 102: 'summers', 103: 'autumns', 104: 'winters' });
add(Kind.dayPart, { 0: 'morning', 1: 'afternoon', 2: 'evening', 3: 'night', 4: 'noon', 5: 'midnight', 6: 'midday', 7: 'dawn', 100: 'mornings', 101: 'afternoons', 102: 'evenings', 103: 'nights' });
add(Kind.deictic, { 0: 'today', 1: 'yesterday', 2: 'tomorrow', 3: 'tonight', 4: 'overnight' });
add(Kind.pointer, { 0: 'last', 1: 'this current', 2: 'next', 3: 'past', 4: 'coming upcoming forthcoming', 5: 'previous preceding prior', 6: 'following ensuing subsequent', 7: 'same', 8: 'that', 9: 'recent', 10: 'latest' });
add(Kind.article, { 0: 'a an', 1: 'the', 2: 'its their his her our my your' });
add(Kind.vague, { 0: 'several few many numerous countless various', 2: 'couple' });
add(Kind.about, { 0: 'about around nearly almost roughly approximately over exactly just barely only some sometime', 1: 'more less fewer', 2: 'least most', 3: 'up' });
add(Kind.phase, { 0: 'early', 1: 'late', 2: 'mid', 3: 'earlier', 4: 'later' });
add(Kind.shift, { 0: 'ago', 3: 'hence', 4: 'before', 6: 'from', 7: 'since', 9: 'previously' });
add(Kind.reference, { 0: 'currently nowadays presently', 1: 'recently lately', 2: 'soon', 3: 'formerly' });
add(Kind.each, { 0: 'every each', 1: 'per' });
add(Kind.frequency, { 2: 'hourly', 3: 'daily nightly', 4: 'weekly', 5: 'fortnightly biweekly', 6: 'monthly', 7: 'quarterly', 8: 'annually yearly' });
add(Kind.decade, { 20: 'twenties', 30: 'thirties', 40: 'forties', 50: 'fifties', 60: 'sixties', 70: 'seventies', 80: 'eighties', 90: 'nineties' });
add(Kind.filler, { 0: 'trading business working calendar consecutive straight more additional full whole entire solid successive further extra long crucial busy last calendar-year', 1: 'crucial' });
add(Kind.coded, { 0: 'q1 q2 q3 q4 h1 h2' });
add(Kind.these, { 0: 'these' });
add(Kind.fiscal, { 0: 'fiscal financial' });
add(Kind.meridiem, { 0: 'am a.m a.m.', 1: 'pm p.m p.m.' });
add(Kind.zone, { 0: 'gmt utc', 1: 'est edt cst cdt mst mdt pst pdt bst cet cest ist jst et pt ct' });
add(Kind.possessive, { 0: '\'s' });
add(Kind.word, {
  [Word.of]: 'of', [Word.in]: 'in', [Word.on]: 'on', [Word.to]: 'to', [Word.and]: 'and', [Word.or]: 'or', [Word.at]: 'at', [Word.by]: 'by', [Word.between]: 'between',
  [Word.until]: 'until', [Word.till]: 'till', [Word.through]: 'through', [Word.during]: 'during', [Word.for]: 'for', [Word.within]: 'within', [Word.end]: 'end', [Word.beginning]: 'beginning', [Word.start]: 'start onset',
  [Word.middle]: 'middle', [Word.turn]: 'turn', [Word.half]: 'half', [Word.so]: 'so', [Word.than]: 'than', [Word.time]: 'time', [Word.eve]: 'eve', [Word.period]: 'period', [Word.old]: 'old', [Word.ended]: 'ended', [Word.ending]: 'ending',
  [Word.times]: 'times', [Word.oclock]: 'o\'clock', [Word.far]: 'far', [Word.future]: 'future', [Word.moment]: 'moment', [Word.right]: 'right', [Word.term]: 'term', [Word.date]: 'date', [Word.into]: 'into', [Word.with]: 'with', [Word.as]: 'as',
  [Word.possible]: 'possible', [Word.now]: 'now', [Word.then]: 'then', [Word.once]: 'once', [Word.ahead]: 'ahead', [Word.throughout]: 'throughout', [Word.after]: 'after', [Word.ad]: 'ad a.d.', [Word.bc]: 'bc b.c. bce b.c.e.', [Word.starting]: 'starting beginning', [Word.being]: 'being', [Word.versus]: 'versus vs',
});
add(Kind.festival, { 0: 'christmas thanksgiving easter halloween ramadan new labor labour memorial independence veterans good black election valentine presidents martin passover hanukkah ash palm boxing st armistice remembrance columbus pentecost lunar eid diwali yom rosh super mother father bastille inauguration earth women cyber mardi' });
add(Kind.verb, {
  [Verb.past]: 'said told made took came held left began won lost fell rose went got saw gave found thought knew met became brought kept stood heard let meant paid sat spoke lay led grew ran sent built spent cut hit wrote drew broke chose drove ate flew forgot hid rode sang sank shot slept sold stole struck swore taught threw woke wore fought sought caught bought shook spread quit burst fled bid felt hurt dealt put set did',
  [Verb.present]: 'has have does do says',
  [Verb.future]: 'will shall \'ll won\'t wo', [Verb.be]: 'be', [Verb.been]: 'been', [Verb.had]: 'had', [Verb.was]: 'was were wasn\'t weren\'t', [Verb.is]: 'is are am \'re isn\'t aren\'t', [Verb.would]: 'would', [Verb.modal]: 'could can might must should',
  [Verb.plan]: 'expected scheduled due planned slated set expects plans plan expect hopes hope intends intend wants poised preparing prepares prepared begins opens starts resumes takes',
});

const SIZE = 4096;
const slots = new Int16Array(SIZE).fill(-1);

/** Lower case of an ASCII letter; a curly apostrophe counts as a straight one. */
const fold = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code === 0x2019 || code === 0x2018 ? 39 : code);

function hash(text: string, start: number, end: number): number {
  let h = end - start;
  for (let i = start; i < end; i++) h = (Math.imul(h, 31) + fold(text.charCodeAt(i))) | 0;
  return (h ^ (h >>> 13)) & (SIZE - 1);
}

const seen = new Set<string>();
entries.forEach((entry, index) => {
  if (seen.has(entry.word)) return; // the first kind given wins: `second` is a unit before it is an ordinal
  seen.add(entry.word);
  let slot = hash(entry.word, 0, entry.word.length);
  while (slots[slot]! >= 0) slot = (slot + 1) & (SIZE - 1);
  slots[slot] = index;
});
const longest = Math.max(...entries.map((entry) => entry.word.length));

/** The entry of the word at `[start, end)`, whatever its case; undefined for a word that says nothing about time. No string is made. */
export function lookUp(text: string, start: number, end: number): Entry | undefined {
  const length = end - start;
  if (length > longest) return undefined;
  for (let slot = hash(text, start, end); slots[slot]! >= 0; slot = (slot + 1) & (SIZE - 1)) {
    const entry = entries[slots[slot]!]!;
    if (entry.word.length === length && equal(entry.word, text, start)) return entry;
  }
  return undefined;
}

function equal(word: string, text: string, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== fold(text.charCodeAt(start + i))) return false;
  return true;
}
