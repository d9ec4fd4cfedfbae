import { Kind, Point, Verb, Word } from './lexicon';
import type { Reader } from './reader';

/** Which way the clause of an expression looks; `open` where nothing tells. */
export type Tense = 'past' | 'future' | 'open';

/** How many atoms to either side may tell the tense; bounds the work on endless sentences. */
const REACH = 30;

/** Verbs whose infinitive lies ahead of them: `agreed to meet on Friday`, as against `managed to meet`. */
const prospective = new Set('agreed vowed promised pledged threatened offered decided hoped wanted intended meant voted ready likely about able going scheduled supposed'.split(' '));

/**
 * Tense of the clause around atoms `[first, end)`: what the words beside it say (`until Friday`, `Friday will`), else the nearest finite
 * verb before it, else the nearest after it. `will open on Friday` looks ahead; `was to open on Friday` too.
 */
export function tenseAt(reader: Reader, first: number, end: number): Tense {
  const beside = besideIt(reader, first, end);
  if (beside) return beside;
  let sameClause = true;
  for (let i = first - 1; i >= reader.from && first - i <= REACH; i--) {
    if (reader.is(i, Kind.punctuation)) { sameClause = false; continue; }
    const found = verdict(reader, i, sameClause);
    if (found !== null) return found;
  }
  return firstVerb(reader, end) ?? 'open';
}

/** Verdict of the first finite verb from atom `i` on, up to where a clause of another tense may begin. */
function firstVerb(reader: Reader, i: number): Tense | null {
  for (let k = i; k < reader.to && k - i <= REACH; k++) {
    if (reader.is(k, Kind.pointer, Point.that)) return null;
    const found = verdict(reader, k, true);
    if (found !== null) return found;
  }
  return null;
}

/** The atom before the expression, past an article and a time of day (`until 9 a.m. Tuesday`). */
function beforeIt(reader: Reader, first: number): number {
  let before = first - 1;
  for (let step = 0; step < 5; step++) {
    const kind = reader.kind(before);
    if (kind !== Kind.article && kind !== Kind.meridiem && kind !== Kind.zone && kind !== Kind.number && !(kind === Kind.dayPart || reader.mark(before, ':'))) break;
    before--;
  }
  return before;
}

function besideIt(reader: Reader, first: number, end: number): Tense | null {
  const before = beforeIt(reader, first);
  // `in August, when the two met`: the clause that says what happened then.
  const clause = reader.mark(end, ',') ? end + 1 : end;
  if (reader.lower(clause) === 'when') return firstVerb(reader, clause + 1) ?? null;
  if (reader.word(before, Word.until) || reader.word(before, Word.till)) return 'future';
  if (reader.word(before, Word.as) && reader.is(before - 1, Kind.phase)) return 'future';
  if (reader.is(before, Kind.shift, 7) || reader.word(before, Word.after) || /^(?:follows|followed)$/i.test(reader.text(before))) return 'past';
  // `the ministry on Friday said`, `on Friday will`: the verb follows at once.
  if (reader.is(end, Kind.verb)) return ofVerb(reader, end, reader.value(end));
  return reader.is(end, Kind.none) && isParticiple(reader, end) ? 'past' : null;
}

function verdict(reader: Reader, i: number, sameClause: boolean): Tense | null {
  switch (reader.kind(i)) {
    case Kind.verb: return ofVerb(reader, i, reader.value(i));
    case Kind.word:
      if (reader.word(i, Word.to)) return infinitiveAhead(reader, i) ? 'future' : null;
      return reader.word(i, Word.ahead) && sameClause ? 'future' : null;
    case Kind.none: return isParticiple(reader, i) && !infinitiveFollows(reader, i) ? auxiliary(reader, i) ?? 'past' : null;
    default: return null;
  }
}

/** Whether `to` at `i` follows a word that makes its infinitive lie ahead. */
function infinitiveAhead(reader: Reader, i: number): boolean {
  if (!infinitive(reader, i + 1)) return false;
  const before = i - 1;
  if (reader.is(before, Kind.verb)) {
    const verb = reader.value(before);
    return verb === Verb.plan || verb === Verb.is || verb === Verb.was;
  }
  return prospective.has(reader.lower(before));
}

/** A prospective verb leaves the verdict to its infinitive, which the search has seen already or which is no date's verb. */
function infinitiveFollows(reader: Reader, i: number): boolean {
  return reader.word(i + 1, Word.to) && prospective.has(reader.lower(i)) && infinitive(reader, i + 2);
}

function ofVerb(reader: Reader, i: number, verb: number): Tense | null {
  switch (verb) {
    case Verb.future: return 'future';
    // `had been due to expire on Friday`: the plan is over.
    case Verb.plan: return reader.is(i - 1, Kind.verb, Verb.had) || (reader.is(i - 1, Kind.verb, Verb.been) && reader.is(i - 2, Kind.verb, Verb.had)) ? 'past' : 'future';
    case Verb.past: return auxiliary(reader, i) ?? 'past';
    case Verb.had: return 'past';
    case Verb.was: return planned(reader, i + 1) ? 'future' : 'past';
    case Verb.be: return auxiliary(reader, i);
    case Verb.been: return 'past';
    case Verb.is: return planned(reader, i + 1) ? 'future' : null;
    case Verb.would: return reader.lower(i + 1) === 'have' ? 'past' : 'future';
    default: return null;
  }
}

/** A verb in `-ed` that is no base form (`need`, `feed`, `United` are none of these). */
function isParticiple(reader: Reader, i: number): boolean {
  const length = reader.length(i);
  if (length < 4 || reader.capital(i)) return false;
  const end = reader.atoms.ends[i]!, { text } = reader.atoms;
  return text.charCodeAt(end - 1) === 100 && text.charCodeAt(end - 2) === 101 && text.charCodeAt(end - 3) !== 101;
}

/** What the auxiliaries up to four atoms before a participle say: `will be released`, `to be released`, `has been released`. */
function auxiliary(reader: Reader, i: number): Tense | null {
  for (let k = i - 1; k >= reader.from && k >= i - 4; k--) {
    if (reader.is(k, Kind.verb)) {
      const verb = reader.value(k);
      if (verb === Verb.future || verb === Verb.would || verb === Verb.modal) return 'future';
      if (verb === Verb.had || verb === Verb.was || verb === Verb.been || verb === Verb.present || verb === Verb.past) return 'past';
    }
    if (reader.word(k, Word.to) && reader.is(k + 1, Kind.verb, Verb.be)) return 'future';
    if (reader.is(k, Kind.punctuation)) return null;
  }
  return null;
}

/** `is to`, `was expected to`, `are going to`. */
function planned(reader: Reader, i: number): boolean {
  if (reader.is(i, Kind.verb, Verb.plan)) return true;
  return (reader.word(i, Word.to) && infinitive(reader, i + 1)) || (reader.lower(i) === 'going' && reader.word(i + 1, Word.to));
}

/** A lower-case word that can be a bare verb after `to`. */
function infinitive(reader: Reader, i: number): boolean {
  if (reader.is(i, Kind.verb)) return true;
  return reader.kind(i) === Kind.none && !reader.capital(i) && reader.length(i) > 2 && !reader.lower(i).endsWith('s') && !reader.lower(i).endsWith('ing');
}
