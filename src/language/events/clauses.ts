import type { Chunk, Group, Phrase } from './chunks';
import type { Reading } from './tagging';

/** A sentence cut into chunks, with the subjects found so far. */
export interface Clauses {
  readonly reading: Reading;
  readonly chunks: readonly Chunk[];
  /** Subject phrases of each verb group, as chunk numbers, by chunk; filled from left to right. */
  readonly subjects: (readonly number[] | undefined)[];
}

const lowerAt = (c: Clauses, k: number): string => c.reading.marks.lower[c.chunks[k]!.first] ?? '';

/** How far a search goes, in chunks: sentences beyond that are lists and tables. Keeps the work linear. */
const reach = 24;

/** Finds the subject of every verb group. */
export function findSubjects(reading: Reading, chunks: readonly Chunk[]): Clauses {
  const clauses: Clauses = { reading, chunks, subjects: [] };
  for (let k = 0; k < chunks.length; k++) {
    const item = chunks[k]!;
    clauses.subjects.push(item.kind === 'group' ? subjectOf(clauses, k, item) : undefined);
  }
  return clauses;
}

function subjectOf(c: Clauses, k: number, group: Group): readonly number[] {
  let j = k - 1;
  if (group.infinitive) return controller(c, k);
  while (j >= 0 && (c.chunks[j]!.kind === 'adverb' || c.chunks[j]!.kind === 'time')) j--;
  if (j < 0) return mainSubjectAhead(c, k, group);
  const before = c.chunks[j]!;
  if (before.kind === 'relative') return antecedent(c, j);
  if (before.kind === 'phrase') return group.finite || c.chunks[j - 1]?.kind !== 'preposition' || !group.passive ? fromPhrase(c, j, group) : phraseList(c, j);
  if (before.kind === 'comma' || before.kind === 'dash' || before.kind === 'bracket') return acrossMark(c, j, group);
  if (before.kind === 'conjunction') return sharedSubject(c, j);
  if (before.kind === 'group') return group.finite ? saidOf(c, j) : c.subjects[j] ?? [];
  if (before.kind === 'preposition' || before.kind === 'subordinator') return group.finite ? [] : sharedSubject(c, j);
  return [];
}

/** `asked China to urge`: the object before `to` acts; `agreed to leave`: the subject. */
function controller(c: Clauses, k: number): readonly number[] {
  let j = k - 1, object = -1;
  for (let n = 0; j >= 0 && n < reach; j--, n++) {
    const item = c.chunks[j]!;
    if (item.kind === 'phrase' && c.chunks[j - 1]?.kind === 'group') object = j;
    if (item.kind === 'phrase' && c.chunks[j - 1]?.kind === 'preposition' && c.chunks[j - 2]?.kind === 'group' && lowerAt(c, j - 1) !== 'in') object = j;
    if (item.kind === 'group') {
      const takesObject = /^(?:ask|urge|order|tell|force|request|press|pressure|call on|persuade|convince|allow|permit|help|enable|invite|want|warn|advise|encourage|lead|prompt|require|command|instruct|compel|expect|push|beg|implore|lobby|direct)$/.test(item.sense?.lemma ?? '');
      if (object >= 0 && takesObject && !item.passive) return phraseList(c, object);
      return c.subjects[j] ?? [];
    }
    if (item.kind === 'stop' || item.kind === 'that' || item.kind === 'relative') break;
  }
  return [];
}

/** A participle that opens the sentence shares the subject of the main verb: `Striking another blow, the navy …`. */
function mainSubjectAhead(c: Clauses, k: number, group: Group): readonly number[] {
  if (group.finite) return [];
  for (let j = k + 1; j < c.chunks.length && j < k + reach; j++) {
    if (c.chunks[j]!.kind === 'comma' && c.chunks[j + 1]?.kind === 'phrase') return phraseList(c, j + 1);
    if (c.chunks[j]!.kind === 'stop') break;
  }
  return [];
}

/** `the man who they say hit her`: the verb after the saying has what `who` stands for as its subject. */
function saidOf(c: Clauses, j: number): readonly number[] {
  for (let k = j - 1; k >= 0 && k > j - 5; k--) if (c.chunks[k]!.kind === 'relative') return antecedent(c, k);
  return [];
}

/** The phrase a relative pronoun stands for. */
function antecedent(c: Clauses, j: number): readonly number[] {
  let k = j - 1;
  while (k >= 0 && j - k < 4 && c.chunks[k]!.kind !== 'phrase') {
    if (c.chunks[k]!.kind === 'group') return [];
    k--;
  }
  return k >= 0 && c.chunks[k]!.kind === 'phrase' ? [climb(c, k)].map((x) => (lowerAt(c, j) === 'who' ? x : k)) : [];
}

function fromPhrase(c: Clauses, j: number, group: Group): readonly number[] {
  const top = climb(c, j, group.finite);
  if (group.form !== -1 && !group.finite) return phraseList(c, group.passive ? j : top);
  return phraseList(c, top);
}

/** From a phrase to the one its prepositions hang on: `rebels in the Ivory Coast`. */
function climb(c: Clauses, j: number, across = false): number {
  let k = j;
  for (let n = 0; n < 6; n++) {
    const s = start(c, k), link = c.chunks[s - 1], above = c.chunks[s - 2];
    if (link?.kind === 'conjunction' && above?.kind === 'phrase') {
      const t = start(c, s - 2);
      if (c.chunks[t - 1]?.kind !== 'preposition' || c.chunks[t - 2]?.kind !== 'phrase') break;
      k = t - 2;
    } else if (link?.kind === 'preposition' && above?.kind === 'phrase') k = s - 2;
    else if (link?.kind === 'preposition' && above?.kind === 'preposition' && c.chunks[s - 3]?.kind === 'phrase') k = s - 3;
    else if (across && link?.kind === 'preposition' && shortened(c, s - 2)) k = s - 3;
    else if (across && shortened(c, s - 1)) k = s - 2;
    else break;
  }
  return k;
}

/** A verb without subject and tense right after a phrase: `a group based in Westmark`. */
function shortened(c: Clauses, k: number): boolean {
  const item = c.chunks[k];
  return item?.kind === 'group' && !item.finite && !item.infinitive && c.chunks[k - 1]?.kind === 'phrase';
}

/** Before a comma: a parenthesis to be jumped (`Hamas, which …, attacked`) or the main clause of a participle (`…, killing 12`). */
function acrossMark(c: Clauses, j: number, group: Group): readonly number[] {
  if (group.finite) {
    for (let p = j - 1, n = 0; p > 0 && n < reach; p--, n++) {
      const kind = c.chunks[p]!.kind;
      if (kind === c.chunks[j]!.kind && c.chunks[p - 1]!.kind === 'phrase' && opensParenthesis(c, p, j)) return phraseList(c, climb(c, p - 1));
      if (kind === 'stop') break;
    }
    return sharedSubject(c, j);
  }
  return sharedSubject(c, j);
}

/** Whether what follows the mark at `p` is an apposition, a relative clause, a participle or a prepositional phrase. */
function opensParenthesis(c: Clauses, p: number, end: number): boolean {
  const next = c.chunks[p + 1]!;
  if (next.kind === 'relative' || next.kind === 'preposition' || next.kind === 'subordinator' || next.kind === 'time') return true;
  if (next.kind === 'group') return !next.finite;
  if (next.kind !== 'phrase') return next.kind === 'adverb';
  for (let k = p + 1; k < end; k++) {
    const item = c.chunks[k]!;
    if (item.kind === 'relative') return true;
    if (item.kind === 'group' && item.finite && item.sense?.family.sort !== 'say') return false;
  }
  return true;
}

/** The subject of the verb before, which a joined verb or a participle shares. */
function sharedSubject(c: Clauses, j: number): readonly number[] {
  for (let k = j - 1, n = 0; k >= 0 && n < reach; k--, n++) {
    const item = c.chunks[k]!;
    if (item.kind === 'group' && (item.finite || !item.infinitive)) {
      const subject = c.subjects[k];
      if (subject && subject.length > 0) return subject;
    }
    if (item.kind === 'stop') break;
  }
  return [];
}

/** A phrase with those joined to it on its left: `Iran, China and Russia`. In order of the text. */
export function phraseList(c: Clauses, last: number): readonly number[] {
  const list = [last];
  let k = start(c, last);
  if (c.chunks[k - 1]?.kind !== 'conjunction' || c.chunks[k - 2]?.kind !== 'phrase' || blocksList(c, k - 2)) return list;
  list.unshift(k - 2);
  k = start(c, k - 2);
  while (c.chunks[k - 1]?.kind === 'comma' && c.chunks[k - 2]?.kind === 'phrase' && !blocksList(c, k - 2) && list.length < 12) { list.unshift(k - 2); k = start(c, k - 2); }
  return list;
}

/** A phrase with those joined to it on its right, for objects. */
export function phraseListAfter(c: Clauses, first: number): readonly number[] {
  const list = [first];
  let k = first;
  while (list.length < 12) {
    const link = c.chunks[k + 1]?.kind, next = c.chunks[k + 2];
    if ((link !== 'conjunction' && link !== 'comma') || next?.kind !== 'phrase') break;
    if (link === 'comma' && !listGoesOn(c, k + 2)) break;
    const owned = ownedBy(c, k + 2);
    if (c.chunks[owned + 1]?.kind === 'group' && (c.chunks[owned + 1] as Group).finite) break;
    list.push(owned); k = owned;
  }
  return list;
}

/** Follows possessors to the phrase they own. */
export function ownedBy(c: Clauses, k: number): number {
  let j = k;
  while ((c.chunks[j] as Phrase).possessor && c.chunks[j + 2]?.kind === 'phrase' && j < k + 8) j += 2;
  return j;
}

/** First chunk of a phrase with its possessors: `Iran’s embassy` starts at `Iran`. */
export function start(c: Clauses, k: number): number {
  let j = k;
  while (j >= 2 && c.chunks[j - 2]!.kind === 'phrase' && (c.chunks[j - 2] as Phrase).possessor && k - j < 8) j -= 2;
  return j;
}

function listGoesOn(c: Clauses, k: number): boolean {
  for (let j = k + 1; j < k + 8; j += 2) {
    const kind = c.chunks[j]?.kind;
    if (kind === 'conjunction') return c.chunks[j + 1]?.kind === 'phrase';
    if (kind !== 'comma' || c.chunks[j + 1]?.kind !== 'phrase') return false;
  }
  return false;
}

/** A phrase that a verb or preposition before it governs is no part of a list that is a subject. */
function blocksList(c: Clauses, k: number): boolean {
  const before = c.chunks[start(c, k) - 1]?.kind;
  return before === 'group' || before === 'preposition';
}
