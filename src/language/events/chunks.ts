import { Can, phrasalSense, type Sense } from '../lexicon/words';
import type { Reading } from './tagging';
import { Tag, isAuxiliary, isNominal, isVerb } from './tags';
import { wordSet } from '../lists';

/** A noun phrase without its prepositional phrases. A possessor is a phrase of its own. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly first: number;
  readonly end: number;
  /** Last noun or name. */
  readonly head: number;
  /** True when a possessive mark follows: the phrase owns the next one. */
  readonly possessor: boolean;
}

/** A verb with its auxiliaries: `has been attacked`, `to attack`. */
export interface Group {
  readonly kind: 'group';
  readonly first: number;
  readonly end: number;
  /** Token of the main verb. */
  readonly main: number;
  /** Tag of the main verb. */
  readonly form: number;
  readonly sense: Sense | null;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly infinitive: boolean;
  readonly perfect: boolean;
  /** Lower case modal: `will`; null for none. */
  readonly modal: string | null;
  /** True for a verb that can have a subject before it. */
  readonly finite: boolean;
  /** Past tense of verb or auxiliary. */
  readonly past: boolean;
}

/** Anything else that matters for clauses: one token, or several of time. */
export interface Link {
  readonly kind: 'preposition' | 'subordinator' | 'that' | 'relative' | 'conjunction' | 'comma' | 'dash' | 'stop' | 'bracket' | 'time' | 'adverb';
  readonly first: number;
  readonly end: number;
}

export type Chunk = Phrase | Group | Link;

const linkKinds: Record<number, Link['kind']> = {
  [Tag.preposition]: 'preposition', [Tag.to]: 'preposition', [Tag.subordinator]: 'subordinator', [Tag.that]: 'that', [Tag.relative]: 'relative',
  [Tag.conjunction]: 'conjunction', [Tag.comma]: 'comma', [Tag.dash]: 'dash', [Tag.stop]: 'stop', [Tag.bracket]: 'bracket',
  [Tag.time]: 'time', [Tag.adverb]: 'adverb', [Tag.negation]: 'adverb', [Tag.possessive]: 'adverb',
};

const ofTime = wordSet('on in at since over during by until from for within');

/** Cuts a tagged sentence into noun phrases, verb groups and what links them. Quotation marks are passed over. */
export function chunk(r: Reading): Chunk[] {
  const chunks: Chunk[] = [];
  let i = r.first, group: Group | null = null;
  while (i < r.end) {
    const tag = r.tags[i]!;
    if (tag === Tag.quote) { i++; continue; }
    let next: Chunk = isNominal(tag) && tag !== Tag.possessive ? readPhrase(r, i) : isVerb(tag) || isAuxiliary(tag) || tag === Tag.to ? readGroup(r, i) : readLink(r, i, tag);
    const last = chunks[chunks.length - 1];
    if (next.kind === 'group') {
      if (next.form === Tag.base && next.modal === null && !next.infinitive && last?.kind === 'conjunction' && group) next = { ...next, infinitive: group.infinitive, modal: group.modal, finite: !group.infinitive };
      group = next;
    }
    if (next.kind === 'time' && last?.kind === 'preposition' && ofTime.has(r.marks.lower[last.first]!)) {
      chunks[chunks.length - 1] = { kind: 'time', first: last.first, end: next.end };
    } else chunks.push(next);
    i = next.end;
  }
  return chunks;
}

function readLink(r: Reading, i: number, tag: number): Link {
  let end = i + 1;
  if (tag === Tag.time) while (end < r.end && (r.tags[end] === Tag.time || (r.tags[end] === Tag.possessive && r.tags[end + 1] === Tag.time))) end++;
  return { kind: linkKinds[tag] ?? 'adverb', first: i, end };
}

/** Longer runs of nouns and names are lists and tables; they are cut, so that no phrase costs more than that to look at. */
const longestPhrase = 40;

function readPhrase(r: Reading, first: number): Phrase {
  let end = first, head = -1, afterPronoun = false;
  for (; end < r.end && end < first + longestPhrase; end++) {
    const tag = r.tags[end]!;
    if (tag === Tag.quote && end + 1 < r.end && isNominal(r.tags[end + 1]!) && r.tags[end + 1] !== Tag.determiner) continue;
    if (tag === Tag.possessive) break;
    if (tag === Tag.time && head < 0 && end > first && end + 1 < r.end && isNominal(r.tags[end + 1]!) && r.tags[end + 1] !== Tag.determiner && r.tags[end + 1] !== Tag.possessive) continue;
    if (tag === Tag.bracket && isGloss(r, end)) { end += 2; continue; }
    if (head < 0 && end > first && (r.marks.lower[end] === 'than' || tag === Tag.adverb) && end + 1 < r.end && isNominal(r.tags[end + 1]!)) continue;
    if (tag === Tag.conjunction && joinsModifiers(r, end, head)) continue;
    if (!isNominal(tag) || afterPronoun) break;
    if (head >= 0 && ((tag === Tag.determiner && !(r.tags[end - 1] === Tag.number && /^(?:other|more)$/.test(r.marks.lower[end]!))) || tag === Tag.pronoun || (tag === Tag.number && r.tags[end - 1] === Tag.name))) break;
    if (tag === Tag.noun || tag === Tag.name || tag === Tag.pronoun || (tag === Tag.number && head < 0)) head = end;
    if (tag === Tag.pronoun) afterPronoun = true;
  }
  while (end > first + 1 && (r.tags[end - 1] === Tag.quote || r.tags[end - 1] === Tag.conjunction)) end--;
  end = Math.max(end, first + 1);
  return { kind: 'phrase', first, end, head: head < 0 ? end - 1 : head, possessor: end < r.end && r.tags[end] === Tag.possessive };
}

/** The acronym in `the Harbour Council (HC) meetings`: a word in brackets inside a phrase. */
function isGloss(r: Reading, at: number): boolean {
  const inside = r.tags[at + 1], after = r.tags[at + 3];
  return at + 3 < r.end && r.tags[at - 1] === Tag.name && (inside === Tag.name || inside === Tag.noun) && r.tags[at + 2] === Tag.bracket && after === Tag.noun;
}

/** `US and British troops`, `political and economic`: the conjunction joins what stands before the head. */
function joinsModifiers(r: Reading, at: number, head: number): boolean {
  const before = r.tags[at - 1], after = r.tags[at + 1];
  if (at + 2 >= r.end || (after !== Tag.adjective && after !== Tag.name)) return false;
  if (before === Tag.adjective && head >= 0 && after !== undefined && (after === Tag.adjective || after === Tag.name)) return true;
  return (head < 0 && before === Tag.adjective) || (before === Tag.name && after === Tag.adjective && head === at - 1 && isNominal(r.tags[at + 2]!) && r.tags[at + 2] !== Tag.name && /[^s]s$/.test(r.marks.lower[at + 2]!));
}

/** `isn’t`, `won't`. */
const isContracted = (lower: string): boolean => lower.charCodeAt(lower.length - 1) === 116 && /n['’]t$/.test(lower);

function readGroup(r: Reading, first: number): Group {
  let end = first, main = -1, modal: string | null = null, negated = false, infinitive = false, perfect = false, be = false, past = false, finite = false;
  for (; end < r.end; end++) {
    const tag = r.tags[end]!;
    if (tag === Tag.quote && end > first) continue;
    if (tag === Tag.adverb) continue;
    if (tag === Tag.negation) { negated = true; continue; }
    if (tag === Tag.to) { if (end > first) break; infinitive = true; continue; }
    if (!isAuxiliary(tag)) { if (isVerb(tag)) main = end++; break; }
    const lower = r.marks.lower[end]!;
    if (isContracted(lower) || lower === 'cannot') negated = true;
    if (tag === Tag.modal) modal = lower;
    if (tag === Tag.have) { perfect = true; past ||= lower === 'had'; }
    if (tag === Tag.be) { be = true; past ||= lower === 'was' || lower === 'were'; }
    if (tag === Tag.do) past ||= lower.startsWith('did');
    if (!infinitive && lower !== 'being' && lower !== 'been' && lower !== 'having' && (lower !== 'be' || modal !== null)) finite = true;
    main = end;
  }
  while (end > first + 1 && end - 1 > main && main >= 0) end--;
  if (main < 0) main = end - 1;
  const form = r.tags[main]!, verb = isVerb(form), word = r.marks.words[main]!;
  const passive = form === Tag.participle && (be || !perfect);
  finite ||= form === Tag.past || form === Tag.third || (form === Tag.base && !infinitive);
  past ||= form === Tag.past;
  const particle = word.verb !== null && end < r.end && (r.marks.words[end]!.can & Can.particle) !== 0;
  const sense = verb ? (particle ? phrasalSense(word.verb!.lemma, r.marks.lower[end]!) : null) ?? word.verb : null;
  return { kind: 'group', first, end: Math.max(end, first + 1), main, form, sense, passive, negated, infinitive, perfect, modal, finite, past };
}
