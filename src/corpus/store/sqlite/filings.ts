import { hash48 } from '../../fold';
import { periodOf, type Period } from '../../merging';
import type { Facts } from '../../merging/facts';
import { isViolent } from '../../merging/same';
import { dayOf } from './rank';
import { UNKNOWN_DAY } from './schema';

/** Days between publications of reports of one event; merging compares no further. */
const NEWS_DAYS = 10;
/** A date of no more days is found from its first day: a month. */
const MONTH_DAYS = 31;

/** A range of days under a key in which a report looks for others. */
export interface Look {
  readonly key: number;
  readonly from: number;
  readonly to: number;
}

/** One row under which a report is filed, and where that makes it look for others. */
export interface Filing {
  readonly key: number;
  readonly day: number;
  readonly looks: readonly Look[];
}

/** Beyond every day. */
const EVER = -UNKNOWN_DAY;

/**
 * Where a report is filed so that all others it may be one event with are found in few rows, however large the corpus: those that appeared
 * at its time and share a party with it, and those of its day, whenever they appeared, that share both. Reports that share no party need
 * articles that tell one story ({@link storyKeys}). What is mentioned in passing, without a date, is filed nowhere.
 */
export function filingsOf(facts: Facts): Filing[] {
  const { mention } = facts;
  if (mention.salience === 'minor' && !mention.date) return [];
  if (facts.family.sort !== 'event') return [];
  const kinds = mention.type === 'assault' && facts.main ? [facts.family.id, 'assault'] : [facts.family.id];
  const shared = kinds.flatMap((kind) => [...facts.all.keys].filter((actor) => actor !== '').map((actor) => `${kind} ${actor}`));
  const filings = shared.map((text) => atItsTime(text, mention.published));
  const { date } = mention;
  if (!date) return filings;
  for (const kind of kinds) for (const parties of partiesOf(facts)) filings.push(ofItsDay(`${kind} ${parties}`, periodOf(date.value)));
  const period = periodOf(date.value);
  if (mention.where && period?.precision === 'day' && isViolent(facts.family.id)) {
    for (const actor of facts.who.keys) filings.push(ofItsDay(`there ${actor} ${mention.where.canonical}`, period));
  }
  return filings;
}

/** Words of an article's context, the most mentioned ones, of which two articles that tell one story share three. */
const STORY_WORDS = 5;
/** Words that stand in the articles of any story. */
const ANY_STORY = new Set(('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
  'news press reuters associated agency says said mr mrs ms dr').split(' '));

/** Keys under which an article is filed so that others that tell its story are found ({@link atTime}); empty for an article that names little. */
export function storyKeys(context: readonly string[]): number[] {
  const words = context.filter((word) => !/^\p{N}/u.test(word) && !ANY_STORY.has(word)).slice(0, STORY_WORDS).sort();
  return words.flatMap((one, a) => words.slice(a + 1).flatMap((two, b) => words.slice(a + b + 2).map((three) => keyOf(`~${one} ${two} ${three}`, Sort.time))));
}

/** The day under which what is filed by its time stands. */
export function dayOfAppearance(published: string | undefined): number {
  const appearance = published === undefined ? null : periodOf(published);
  return appearance?.precision === 'day' ? dayOf(appearance.start) : UNKNOWN_DAY;
}

/** Filed by the day on which the article appeared. An article without a day may have appeared at any time. */
export function atTime(key: number, day: number): Filing {
  if (day === UNKNOWN_DAY) return { key, day, looks: [{ key, from: UNKNOWN_DAY, to: EVER }] };
  return { key, day, looks: [{ key, from: day - NEWS_DAYS, to: day + NEWS_DAYS }, { key, from: UNKNOWN_DAY, to: UNKNOWN_DAY }] };
}

/** How the day of a filing is known; part of its key. */
const Sort = { time: 0, day: 0, month: 1, year: 2, vague: 3 } as const;

/** A whole number below 2^31; the four sorts of one text stand beside each other. */
function keyOf(text: string, sort: number): number {
  return (hash48(text) % 2 ** 29) * 4 + sort;
}

function atItsTime(text: string, published: string | undefined): Filing {
  return atTime(keyOf(`published ${text}`, Sort.time), dayOfAppearance(published));
}

/** Filed by the day of the event, apart by how exactly it is known. */
function ofItsDay(text: string, period: Period | null): Filing {
  const days = keyOf(text, Sort.day), months = days + Sort.month, years = days + Sort.year, vague = days + Sort.vague;
  if (!period) return { key: vague, day: UNKNOWN_DAY, looks: [days, months, years, vague].map((key) => ({ key, from: UNKNOWN_DAY, to: EVER })) };
  const from = dayOf(period.start), to = dayOf(period.end);
  const looks = [
    { key: days, from, to },
    { key: months, from: from - MONTH_DAYS, to },
    { key: years, from: dayOf(period.start.slice(0, 4)), to: dayOf(period.end.slice(0, 4)) },
    { key: vague, from: UNKNOWN_DAY, to: EVER },
  ];
  const key = period.precision === 'day' ? days : to - from <= MONTH_DAYS ? months : period.precision === 'year' ? years : vague;
  return { key, day: from, looks };
}

/** Filings as numbers alone, for crossing threads. */
export function packFilings(filings: readonly Filing[]): number[] {
  return filings.flatMap(({ key, day, looks }) => [key, day, looks.length, ...looks.flatMap((look) => [look.key, look.from, look.to])]);
}

export function unpackFilings(numbers: readonly number[]): Filing[] {
  const filings: Filing[] = [];
  for (let at = 0; at < numbers.length;) {
    const key = numbers[at++]!, day = numbers[at++]!, looks: Look[] = [];
    for (let left = numbers[at++]!; left > 0; left--, at += 3) looks.push({ key: numbers[at]!, from: numbers[at + 1]!, to: numbers[at + 2]! });
    filings.push({ key, day, looks });
  }
  return filings;
}

/** Both parties, who first; one at a time where they act together, since then one that is shared is enough. */
function partiesOf({ who, whom, all, mutual }: Facts): string[] {
  return mutual ? [...all.keys] : [...who.keys].flatMap((one) => [...whom.keys].map((two) => `${one}|${two}`));
}
