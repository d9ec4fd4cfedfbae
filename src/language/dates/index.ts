import type { TextDocument } from '../document';
import type { TimeExpression } from '../types';
import { readPublication, readReference } from './anchor';
import { readAtoms } from './atoms';
import { Kind, Word } from './lexicon';
import { Reader, type Match, type Recogniser } from './reader';
import { dayFirst, monthFirst, weekdayThenDate } from './recognisers/absolute';
import { shifted, yearAgoPeriod } from './recognisers/ago';
import { clockTime } from './recognisers/clock';
import { century, decade } from './recognisers/decades';
import { dayBeforeYesterday, deicticDay, pointedDayPart } from './recognisers/deictic';
import { barePlural, duration, pointedAmount, unitLong } from './recognisers/durations';
import { festival, nineEleven } from './recognisers/festivals';
import { currentWord, definiteReference, referenceWord } from './recognisers/mentions';
import { dottedDate, isoDate, slashDate } from './recognisers/numeric';
import { phased } from './recognisers/phases';
import { definiteUnit, pointed, yearEnd } from './recognisers/pointed';
import { fiscalYear, quarter } from './recognisers/quarters';
import { firstDay, secondDay, shortSecondYear, unitOf } from './recognisers/ranges';
import { season } from './recognisers/seasons';
import { every, frequency, habit } from './recognisers/sets';
import { weekdayName, weekdayPlural } from './recognisers/weekdays';
import { weekend } from './recognisers/weekends';
import { bareYear } from './recognisers/years';
import { settleByWeekday, type WeekdayDate } from './weekdayYears';

/** Recognisers by the kind of the first atom of what they look for. */
const byKind: Readonly<Record<number, readonly Recogniser[]>> = {
  [Kind.month]: [nineEleven, monthFirst],
  [Kind.weekday]: [weekdayThenDate, weekdayName, weekdayPlural],
  [Kind.dayPart]: [clockTime],
  [Kind.festival]: [festival],
  [Kind.number]: [secondDay, shortSecondYear, isoDate, slashDate, dottedDate, nineEleven, clockTime, firstDay, dayFirst, quarter, shifted, duration, decade, century, bareYear],
  [Kind.ordinal]: [dayFirst, quarter, century, pointedAmount],
  [Kind.cardinal]: [shifted, duration, bareYear],
  [Kind.vague]: [shifted, duration],
  [Kind.article]: [shifted, duration, pointedAmount, dayFirst, quarter, pointed, decade, century, season, weekend, unitOf, weekdayName, yearAgoPeriod, dayBeforeYesterday, definiteReference, definiteUnit, yearEnd, fiscalYear],
  [Kind.pointer]: [festival, pointedAmount, quarter, pointed, weekdayName, pointedDayPart, currentWord],
  [Kind.deictic]: [deicticDay],
  [Kind.unit]: [yearEnd, unitOf, festival, yearAgoPeriod, quarter, dayBeforeYesterday, weekend, habit, unitLong, barePlural],
  [Kind.season]: [season],
  [Kind.decade]: [decade],
  [Kind.each]: [every],
  [Kind.frequency]: [frequency],
  [Kind.reference]: [referenceWord],
  [Kind.fiscal]: [fiscalYear, quarter],
  [Kind.word]: [referenceWord, duration, shifted],
  [Kind.punctuation]: [bareYear, decade],
  [Kind.coded]: [quarter, fiscalYear],
  [Kind.these]: [definiteReference],
};

/** Small words that can begin an expression; the many others are passed over without a look. */
const openingWords = new Set<number>([Word.now, Word.right, Word.half, Word.end, Word.beginning, Word.start, Word.middle, Word.turn, Word.at]);
const apostrophes = new Set([0x27, 0x2018, 0x2019]);

/** By kind: whether an expression can begin there. */
const opens = Uint8Array.from({ length: 64 }, (_, kind) => (byKind[kind] || kind === Kind.phase || kind === Kind.about ? 1 : 0));

function canOpen(kind: number, value: number): boolean {
  if (opens[kind] === 0) return false;
  return kind === Kind.word ? openingWords.has(value) : kind === Kind.punctuation ? apostrophes.has(value) : true;
}

/** Prefixes may be stacked (`about the end of last year`), but no deeper than this. */
const DEPTH = 3;

/** The longest expression that begins at atom `i`; of equals, the first in the table. */
function matchAt(reader: Reader, i: number, depth = 0): Match | null {
  const kind = reader.kind(i);
  const recognisers = byKind[kind];
  let best: Match | null = null;
  if (recognisers) {
    for (const recognise of recognisers) {
      const found = recognise(reader, i);
      if (found && found.end > (best?.end ?? 0)) best = found;
    }
  }
  if (depth < DEPTH && prefixKinds.has(kind)) {
    const found = phased(reader, i, (at) => matchAt(reader, at, depth + 1));
    if (found && found.end > (best?.end ?? 0)) best = found;
  }
  return best;
}

/** Depth of {@link Reader.recognise}: a time may hold a day, and a day nothing more. */
function innerMatch(reader: Reader): (i: number) => Match | null {
  let depth = 0;
  return (i) => {
    if (depth >= 2) return null;
    depth++;
    const found = matchAt(reader, i, DEPTH - 1);
    depth--;
    return found;
  };
}

const prefixKinds = new Set<number>([Kind.phase, Kind.about, Kind.word, Kind.article, Kind.dayPart]);

/**
 * Finds TIMEX3 time expressions, in order of `start`, none overlapping another; relative ones are anchored at the publication date when it is known.
 * Without one, a day whose weekday is named is dated where the years that the text names leave one candidate.
 * Linear in the length of the text; nothing is found in noise.
 */
export function findDates(document: TextDocument): TimeExpression[] {
  const { text, sentences, context } = document;
  const atoms = readAtoms(document.tokens, document.words);
  const reader = new Reader(atoms, readPublication(context.published));
  reader.recognise = innerMatch(reader);
  const found: TimeExpression[] = [], waiting: WeekdayDate[] = [];
  let dayAge = 0;
  for (const sentence of sentences) {
    if (++dayAge > 1) reader.nearDay = null;
    reader.previous = null;
    reader.from = atoms.ofToken[sentence.firstToken]!;
    reader.to = atoms.ofToken[sentence.endToken]!;
    for (let i = reader.from; i < reader.to;) {
      const match = canOpen(atoms.kinds[i]!, atoms.values[i]!) ? matchAt(reader, i) : null;
      if (!match) { i++; continue; }
      const start = atoms.starts[match.first]!, end = atoms.ends[match.end - 1]!;
      const { type, value, certainty, reason } = match;
      found.push({ start, end, text: text.slice(start, end), type, value, certainty, ...(reason === undefined ? {} : { reason }) });
      if (match.weekday !== undefined && value.startsWith('XXXX-')) waiting.push({ index: found.length - 1, month: Number(value.slice(5, 7)), day: Number(value.slice(8, 10)), weekday: match.weekday });
      remember(reader, match);
      reader.previous = match;
      if (/^\d{4}-\d\d-\d\d/.test(value)) { reader.nearDay = reader.lastDay = value.slice(0, 10); dayAge = 0; }
      i = Math.max(match.end, i + 1);
    }
  }
  settleByWeekday(found, waiting);
  return found;
}

/** Later expressions lean on the calendar points before them. */
function remember(reader: Reader, match: Match): void {
  if ((match.type !== 'DATE' && match.type !== 'TIME') || match.aside) return;
  const reference = readReference(match.value);
  if (!reference) return;
  reader.reference = reference;
  if (reference.quarter) reader.recent = reference;
}
