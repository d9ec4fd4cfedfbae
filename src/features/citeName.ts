import { foldedWords, foldName } from '../corpus/fold';
import { type Cancellation, neverCancelled } from '../corpus/ports';
import type { CorpusStore, MentionRecord, NameId, NameRecord } from '../corpus/store/store';
import type { TextSpan } from '../language/types';

/** What a hover on a name answers: who it may be, and what the sources say. */
export interface NameCard {
  /** The words of the draft that name somebody. */
  readonly phrase: TextSpan;
  /** Best supported by the draft first; more than one when the form is ambiguous. */
  readonly candidates: readonly NameCandidate[];
}

export interface NameCandidate {
  readonly name: NameRecord;
  /** What the sources call the bearer, verbatim; undefined when they do not say. */
  readonly role: string | undefined;
  /** Most telling first, spread over articles. */
  readonly passages: readonly MentionRecord[];
}

export interface CiteNameRequest {
  /** Readings of the words under the cursor, longest first. */
  readonly phrases: readonly TextSpan[];
  /** The draft up to the cursor: what decides between two people of one surname. */
  readonly context: string;
  /** Passages shown for the only candidate, 3 unless told; each of several shows one. */
  readonly passages?: number;
}

const MOST_CANDIDATES = 5;
/** Passages that are looked at for each that is shown: an agency's report stands in many outlets, word for word. */
const FOLDED = 3;

/** Whether `form` stands in `text` as whole words. */
function stands(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + form.length))) return true;
  }
  return false;
}

/** Names that go with a name and count, and what each is worth. */
const COMPANY = 8, EACH = 0.25;

/** How well the draft supports a reading by itself: the latest full form before the cursor weighs most, then a role. Larger is better; 0 when it says nothing of it. */
function supportOf(name: NameRecord, context: string): number {
  const latest = context.lastIndexOf(name.canonical);
  let score = latest >= 0 ? 4 + latest / (context.length + 1) : 0;
  for (const role of name.roles.slice(0, 5)) if (stands(context, role)) score += 1;
  return score;
}

/** The readings, the best supported one first. Whom they go with in the sources is looked up only where that can decide. */
async function ranked(store: CorpusStore, names: readonly NameRecord[], context: string, token: Cancellation): Promise<NameRecord[]> {
  const readings = names.map((name) => ({ name, score: names.length > 1 ? supportOf(name, context) : 0 })), most = Math.max(...readings.map(({ score }) => score));
  const open = context === '' ? [] : readings.filter(({ score }) => score > most - COMPANY * EACH);
  for (const reading of open.length > 1 ? open : []) {
    if (token.isCancellationRequested) break;
    for (const other of await store.company(reading.name.id, COMPANY)) if (stands(context, other.canonical)) reading.score += EACH;
  }
  return readings.sort((a, b) => b.score - a.score || b.name.mentions - a.name.mentions).map(({ name }) => name);
}

/** Whoever is named in full is meant, not those who are also called so somewhere (`Donald J. Trump` by `Donald Trump`); a single word may mean each of them. */
function inFull(form: string, found: readonly NameRecord[]): readonly NameRecord[] {
  const folded = foldName(form);
  const full = folded.includes(' ') ? found.filter(({ canonical }) => foldName(canonical) === folded) : [];
  return full.length > 0 ? full : found;
}

/** Names that the first matching reading may mean; undefined when no reading is a name of the corpus. */
export async function citeName(store: CorpusStore, request: CiteNameRequest, token: Cancellation = neverCancelled): Promise<NameCard | undefined> {
  for (const phrase of request.phrases) {
    // A single word may be the surname of hundreds, of whom the most mentioned are shown.
    const found = await store.namesByForm(phrase.text, foldName(phrase.text).includes(' ') ? undefined : MOST_CANDIDATES);
    if (token.isCancellationRequested) return undefined;
    if (found.length === 0) continue;
    const names = inFull(phrase.text, found).slice(0, MOST_CANDIDATES);
    const readings = await ranked(store, names, request.context, token);
    if (token.isCancellationRequested) return undefined;
    const total = request.passages ?? 3;
    const each = readings.length === 1 ? total : 1;
    // The articles of all of them are read at once.
    const passages = await Promise.all(readings.map(({ id }) => tellingPassages(store, id, each)));
    if (token.isCancellationRequested) return undefined;
    const candidates = readings.map((name, i): NameCandidate => ({ name, role: name.roles[0], passages: passages[i]! }));
    return { phrase, candidates };
  }
  return undefined;
}

/** The most telling passages, each with other words; more are read only where the first ones repeat each other. */
async function tellingPassages(store: CorpusStore, name: NameId, count: number): Promise<MentionRecord[]> {
  const first = await store.mentions(name, { offset: 0, limit: count }), distinct = distinctSentences(first);
  if (count === 1 || distinct.length === count || first.length < count) return distinct;
  return distinctSentences([...first, ...await store.mentions(name, { offset: count, limit: count * (FOLDED - 1) })]).slice(0, count);
}

/** A sentence that mentions a name twice is shown once, and so is one that many outlets have from one agency. */
function distinctSentences(passages: readonly MentionRecord[]): MentionRecord[] {
  const seen = new Set<string>();
  return passages.filter(({ sentence }) => {
    const key = foldedWords(sentence.text).join(' ');
    return !seen.has(key) && !!seen.add(key);
  });
}
