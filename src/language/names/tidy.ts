import { Known } from './gazetteer';
import { wordHash } from './hash';
import { hasCapital, Shape } from './shape';
import { exactText, lowerText, ofKind, spanOf, type NameSpan } from './spans';
import type { View } from './view';
import { afterSubject, beforeMonth, calendarWords, doubtfulMonths, hardTitles, openers, particles, regnal } from './words';

const place = Known.country | Known.city | Known.region | Known.town;

/** Mends what grammar or the gazetteer shows to be wrong in the tagger's spans; keeps order and disjointness. */
export function tidy(view: View, spans: readonly NameSpan[]): NameSpan[] {
  const parts: NameSpan[] = [], out: NameSpan[] = [];
  for (const span of joinParticles(view, mendPhrases(view, spans))) {
    if (span.end - span.first > 1 || !(isMonth(view, span.first) || isCompound(view, span.first))) split(view, span, parts);
  }
  for (const part of parts) {
    const span = article(view, trimBack(view, trimFront(view, part)));
    if (span) out.push(rekind(view, span));
  }
  return out;
}

/** `in May`: a month, whoever else bears its name in the article. */
export function isMonth(view: View, i: number): boolean {
  return i > 0 && !view.first[i] && doubtfulMonths.has(lowerText(view, i)) && beforeMonth.has(lowerText(view, i - 1));
}

/** `Israel-Hamas`, `D-N.Y.`: two in one word, of which neither is the name. */
function isCompound(view: View, i: number): boolean {
  const { text } = view.tokens, start = view.tokens.starts[i]!, end = view.tokens.ends[i]!, hyphen = text.indexOf('-', start);
  if (hyphen <= start || hyphen >= end - 1 || view.known[i]! & ~Known.common) return false;
  if (hyphen === start + 1 && 'DRI'.includes(text.charAt(start)) && text.charCodeAt(end - 1) === 46) return true;
  const named = place | Known.organisation | Known.demonym;
  return (view.gazetteer.get(wordHash(text, start, hyphen)) & named) !== 0 && (view.gazetteer.get(wordHash(text, hyphen + 1, end)) & named) !== 0;
}

/** What the gazetteer says of the whole span, as one word or one phrase. */
export function knownAs(view: View, first: number, end: number): number {
  if (end - first === 1) return view.known[first]!;
  return view.phrasePlace[first] === 1 && view.phrasePlace[end - 1] === 3 && (end - first === 2 || view.phrasePlace[first + 1] === 2) ? view.phrase[first]! : 0;
}

/** The token after the gazetteer's phrase that begins at `first`; `first` where none does. */
function phraseEnd(view: View, first: number): number {
  if (view.phrasePlace[first] !== 1) return first;
  let end = first + 1;
  while (end < view.tokens.count && view.phrasePlace[end] === 2) end++;
  return end + 1;
}

/**
 * What the gazetteer knows as one and spans cut in two is put together: a place of two words or more (`St` + `Louis`), an
 * organisation of four or more (`Organisation of` … `in Europe`).
 */
function mendPhrases(view: View, spans: readonly NameSpan[]): NameSpan[] {
  const out: NameSpan[] = [];
  for (const span of spans) {
    let { first, end } = span;
    const last = out[out.length - 1];
    if (last && first < last.end) first = last.end;
    if (first >= end) continue;
    const whole = phraseEnd(view, first);
    if (whole > end && whole - first > 3 && view.phrase[first]! & Known.organisation) {
      out.push(spanOf(view, first, whole, 'organisation'));
      continue;
    }
    if (isInside(view, end) && hasCapital(view.shape[end]!)) {
      let from = end - 1, to = end + 1;
      while (from > first && view.phrasePlace[from] !== 1) from--;
      while (to < view.tokens.count && view.phrasePlace[to]! >= 2) to++;
      if (view.phrasePlace[from] === 1) {
        if (from > first) out.push(spanOf(view, first, from, span.kind));
        out.push(spanOf(view, from, to, 'place'));
        continue;
      }
    }
    end = Math.max(end, first + 1);
    out.push(first === span.first ? span : spanOf(view, first, end, span.kind));
  }
  return out;
}

/** Whether a place's name goes on at token `i` from the one before. */
const isInside = (view: View, i: number): boolean =>
  i > 0 && i < view.tokens.count && (view.phrase[i]! & (Known.country | Known.region | Known.city)) !== 0 && view.phrasePlace[i]! >= 2 && view.phrasePlace[i - 1]! > 0 && view.phrasePlace[i - 1] !== 3;

/** Two parts of a person's name with only particles between them are one: `Karim` + `bin` + `Rashid Salama`. */
function joinParticles(view: View, spans: readonly NameSpan[]): NameSpan[] {
  const out: NameSpan[] = [];
  for (const span of spans) {
    const last = out[out.length - 1];
    if (last?.kind === 'person' && span.kind === 'person' && span.first > last.end && span.first - last.end <= 2 && between(view, last.end, span.first)) out[out.length - 1] = spanOf(view, last.first, span.end, 'person');
    else out.push(span);
  }
  return out;
}

function between(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!particles.has(lowerText(view, i)) || view.tokens.flags[i]! & 4) return false;
  return !(view.tokens.flags[to]! & 4);
}

/** Adds a span to `out`, in two where it holds two names: `Beijing's Tiananmen Square`, `Dinamo of Russia` in a list of clubs. */
function split(view: View, span: NameSpan, out: NameSpan[]): void {
  const { first, end, kind } = span;
  if (end - first < 3 || knownAs(view, first, end)) { out.push(span); return; }
  for (let i = first + 1; i < end - 1; i++) {
    if (view.shape[i] === Shape.possessive) {
      const owner = knownAs(view, first, i);
      if (owner & place) { out.push(spanOf(view, first, i, 'place')); split(view, spanOf(view, i + 1, end, kind), out); return; }
    }
    if (exactText(view, i) !== 'of') continue;
    const next = exactText(view, i + 1) === 'the' && i + 2 < end ? i + 2 : i + 1, after = knownAs(view, next, end);
    if (kind === 'organisation' && after & place && (view.known[i - 1]! & Known.companyEnding || !hasHead(view, first, i))) {
      out.push(spanOf(view, first, i, kind), spanOf(view, next, end, 'place'));
      return;
    }
    if (kind === 'person') { out.push(spanOf(view, first, i, kind), spanOf(view, next, end, after & place && !(after & (Known.club | Known.organisation)) ? 'place' : 'organisation')); return; }
  }
  out.push(span);
}

function hasHead(view: View, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (view.known[i]! & Known.organisationHead) return true;
  return false;
}

/** `London-based`, `state-owned`. */
const hyphenated = (word: string): boolean => word.endsWith('d') && /-(?:based|born|led|backed|owned|controlled|listed|trained)$/.test(word);

/** A function word that opens the sentence, or a people before a person: `But Deportivo`, `Australian Tom Moody`. */
function trimFront(view: View, span: NameSpan): NameSpan {
  let { first } = span;
  const { end, kind } = span;
  if (kind === 'person' && end - first > 2 && first > 0 && isPortfolio(view, first)) first++; // `minister of education Ana Bek`
  while (first < end - 1 && (isOpener(view, first) || hyphenated(lowerText(view, first))) && !knownAs(view, first, end)) first++;
  if (kind === 'person' && end - first > 1 && view.known[first]! & Known.demonym && (end - first > 2 || !(view.known[first]! & Known.firstName))) first++;
  while (first < end - 1 && !hasCapital(view.shape[first]!) && view.shape[first] !== Shape.number && view.shape[first] !== Shape.year) first++;
  return first === span.first ? span : spanOf(view, first, end, kind);
}

/** A common noun after `of` or `for`, where a person's name has its first word. */
function isPortfolio(view: View, i: number): boolean {
  const before = lowerText(view, i - 1);
  return (before === 'of' || before === 'for') && (view.known[i]! & (Known.common | Known.firstName | Known.surname)) === Known.common;
}

/** A function word, an adverb that opens a sentence, or a date before a name. */
function isOpener(view: View, i: number): boolean {
  const word = lowerText(view, i);
  if (openers.has(word) || calendarWords.has(word)) return !(view.shape[i + 1] === Shape.mark && view.shape[i] === Shape.initial);
  if (doubtfulMonths.has(word)) return i > 0 && beforeMonth.has(lowerText(view, i - 1));
  return view.first[i] === 1 && word.length > 5 && word.endsWith('ly') && (view.known[i]! & (Known.common | Known.firstName | Known.surname)) === Known.common;
}

/** A monarch's numeral belongs to the name, points or runs after a team do not: `Elizabeth II`, `Surrey 24`. */
function trimBack(view: View, span: NameSpan): NameSpan {
  let { end } = span;
  if (span.kind === 'person' && end + 1 < view.tokens.count && regnal.has(exactText(view, end)) && !(view.tokens.flags[end]! & 4)) {
    const next = lowerText(view, end + 1);
    if (view.shape[end] === Shape.capitals || (view.shape[end + 1] !== Shape.mark && !afterSubject.has(next) && view.shape[end + 1] !== Shape.lower) || view.shape[end + 1] === Shape.possessive) end++;
  }
  if (span.kind !== 'person' && end - span.first > 1 && hardTitles.has(fullTitle(lowerText(view, end - 1))) && hasCapital(view.shape[end - 1]!) && !knownAs(view, span.first, end)) {
    // `Texas Sen. Ann Cole`: the title is the person's.
    const rest = knownAs(view, span.first, end - 1);
    return spanOf(view, span.first, end - 1, rest & place && !(rest & Known.organisation) ? 'place' : span.kind);
  }
  if (view.sport[0]) while (end > span.first + 1 && view.shape[end - 1] === Shape.number && !knownAs(view, span.first, end)) end--;
  return end === span.end ? span : spanOf(view, span.first, end, span.kind);
}

const shortTitles: Readonly<Record<string, string>> = { sen: 'senator', gov: 'governor', gen: 'general', col: 'colonel', lt: 'lieutenant', capt: 'captain', sgt: 'sergeant', adm: 'admiral' };

const fullTitle = (word: string): string => shortTitles[word] ?? (word === 'secretary' || word === 'coach' || word === 'manager' || word === 'justice' ? '' : word);

/** The article belongs to a newspaper that the gazetteer knows with it, where it has its capital for that reason; to no other name. */
function article(view: View, span: NameSpan): NameSpan | undefined {
  const { first, end, kind } = span;
  if (lowerText(view, first) === 'the') {
    if (end - first === 1) return undefined;
    return knownAs(view, first, end) & (Known.media | Known.country) ? span : kind === 'organisation' || kind === 'place' ? spanOf(view, first + 1, end, kind) : span;
  }
  const before = first - 1;
  if (kind === 'organisation' && before >= 0 && lowerText(view, before) === 'the' && hasCapital(view.shape[before]!) && !view.first[before] && knownAs(view, first, end) & Known.media) return spanOf(view, before, end, kind);
  return span;
}

/** A country is a place, also where its team plays. */
function rekind(view: View, span: NameSpan): NameSpan {
  if (span.kind !== 'organisation') return span;
  const known = knownAs(view, span.first, span.end);
  return known & Known.country && !(known & (Known.organisation | Known.club)) ? ofKind(span, 'place') : span;
}
