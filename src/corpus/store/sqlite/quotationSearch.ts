import { oneSlipApart, SHORTEST_SLIP } from '../../linking';
import { turn } from '../../turns';
import type { NameId, QuotationQuery } from '../store';
import type { Database, Value } from './database';
import { printOf, printsOf } from './packedQuotation';
import { scoreOf } from './rank';
import type { Postings } from './postings/postings';
import { nameToken } from './postings/tables';
import { wordQuery, type WordQuery } from './words';
import { copiesThatBegin } from './prepareQuotations';

/** A quotation found, before its text is read. */
export interface FoundQuotation {
  readonly id: number;
  readonly article: number;
  readonly rank: number;
  /** Equal for quotations with the same folded words. */
  readonly copy: number;
  readonly speaker: NameId | null;
  /** Higher is better. */
  readonly points: number;
}

/** Columns of a quotation as a search reads them. */
type QuotationRow = readonly [id: number, article: number, rank: number, copy: number, speaker: NameId | null, data: Uint8Array];
const COLUMNS = 'quotation.id, quotation.article, quotation.rank, quotation.copy, quotation.speaker, quotation.data';
/** Quotations that one search weighs; when more match, those of preferred speakers and exact beginnings are looked for by themselves. */
const CANDIDATES = 1_000;

// Points: the preferred speaker outweighs order, order outweighs prominence, and a word that is missing outweighs all.
const PREFERRED = 1_000;
const BEGINS = 400;
const IN_ORDER = 250;
const SPELLING = 3_000;
const MISSING = 4_000;
const COPY = 10;
const MOST_COPIES = 5;

/** A quotation that holds so many typed words is the one that is meant: neither other spellings nor quotations that lack one of them need be looked for. */
const SURE = 4;
/** Letters of the longest unfinished word that is looked up as one where others are there to tell. */
const LONGEST_BEGINNING = 4;
/** Quotations weighed that hold other words than those typed. */
const LOOSE_CANDIDATES = 300;

/** Finds quotations by words; best first, copies folded, no more than the query's limit. */
export async function findQuotations(database: Database, postings: Postings, query: QuotationQuery): Promise<FoundQuotation[]> {
  const typed = wordQuery(query.words);
  const only = query.speakers;
  if (query.limit <= 0 || only?.length === 0) return [];
  const prefer = new Set(query.preferSpeakers ?? []);
  if (typed.words.length === 0) return best(byId(byRank(database, query)), { typed, prefer, lost: 0 }, query.limit);

  const strange = await wordsUnknown(postings, typed);
  const found = strange.size > 0 ? [] : best(await search({ database, postings }, typed, query), { typed, prefer, lost: 0 }, query.limit);
  if (found.length >= query.limit || (typed.words.length >= SURE && found.length > 0)) return found;
  const loose: FoundQuotation[] = [];
  const look = async (words: WordQuery, lost: number): Promise<void> => void loose.push(...best(await search({ database, postings }, words, query, LOOSE_CANDIDATES), { typed: words, prefer, lost }, query.limit));
  for (const fixed of await corrected(postings, typed, strange)) await look(fixed, SPELLING);
  // Those with another spelling come first anyhow.
  if (typed.words.length >= 3 && loose.length === 0) for (const rest of withoutOne(typed)) if (!rest.words.some((word) => strange.has(word))) await look(rest, MISSING);
  return unique([...found, ...loose.sort(byPoints)]).slice(0, query.limit);
}

/** What is searched. */
interface Index { readonly database: Database; readonly postings: Postings }

/** Rows that hold all the words; where there are too many, the likeliest ones among them for certain. */
async function search(index: Index, { words, open }: WordQuery, query: QuotationQuery, most = CANDIDATES): Promise<Map<number, QuotationRow>> {
  // The index knows how words begin as far as this; beyond it, all words that go on must be read. Among others a long word mostly is finished.
  if (open && words.length >= 3 && words.at(-1)!.length > LONGEST_BEGINNING) {
    const whole = await search(index, { words, open: false }, query, most);
    if (whole.size > 0) return whole;
  }
  const { database, postings } = index, rows = new Map<number, QuotationRow>();
  const add = async (tokens: readonly string[], limit: number): Promise<number> => {
    const ids = await postings.holding({ words: [...tokens, ...words], open }, limit);
    await turn();
    const found = read(database, `SELECT ${COLUMNS} FROM (SELECT value FROM json_each(?)) AS hit JOIN quotation ON quotation.id = hit.value`, JSON.stringify(ids));
    for (const row of found) rows.set(row[0], row);
    return found.length;
  };
  if (query.speakers) {
    for (const speaker of query.speakers.slice(0, 20)) await add([nameToken(speaker)], most);
    return rows;
  }
  if (await add([], most) < most) return rows;
  for (const speaker of (query.preferSpeakers ?? []).slice(0, 5)) await add([nameToken(speaker)], most / 4);
  const copies = copiesThatBegin(words.length > 2 || !open ? words : words.slice(0, -1));
  if (copies) {
    await turn();
    const found = read(database, `SELECT ${COLUMNS} FROM quotation WHERE copy BETWEEN ? AND ? ORDER BY copy LIMIT ?`, ...copies, most), prints = words.map(printOf);
    for (const row of found) if (inOrder(row[5], prints, open) === BEGINS) rows.set(row[0], row);
  }
  return rows;
}

/** Without words: the most prominent, those of the speakers that are wanted or preferred first. */
function byRank(database: Database, query: QuotationQuery): QuotationRow[] {
  const rows: QuotationRow[] = [];
  const limit = query.limit * 3;
  for (const speaker of (query.speakers ?? query.preferSpeakers ?? []).slice(0, 20)) {
    rows.push(...read(database, `SELECT ${COLUMNS} FROM quotation WHERE speaker = ? ORDER BY rank LIMIT ?`, speaker, limit));
  }
  if (!query.speakers) rows.push(...read(database, `SELECT ${COLUMNS} FROM quotation ORDER BY rank LIMIT ?`, limit));
  return rows;
}

function read(database: Database, sql: string, ...values: readonly (string | number)[]): QuotationRow[] {
  return database.arrays(sql, ...values) as readonly (readonly Value[])[] as QuotationRow[];
}

function byId(rows: readonly QuotationRow[]): Map<number, QuotationRow> {
  return new Map(rows.map((row) => [row[0], row]));
}

interface Weighing {
  readonly typed: WordQuery;
  readonly prefer: ReadonlySet<NameId>;
  /** Points lost because the words are not those typed. */
  readonly lost: number;
}

function best(rows: ReadonlyMap<number, QuotationRow>, { typed, prefer, lost }: Weighing, limit: number): FoundQuotation[] {
  const copies = new Map<number, number>(), prints = typed.words.map(printOf), found: FoundQuotation[] = [];
  for (const [, , , copy] of rows.values()) copies.set(copy, (copies.get(copy) ?? 0) + 1);
  for (const [id, article, rank, copy, speaker, data] of rows.values()) {
    const points =
      scoreOf(rank) - lost + inOrder(data, prints, typed.open) +
      (speaker !== null && prefer.has(speaker) ? PREFERRED : 0) +
      COPY * (Math.min(MOST_COPIES, copies.get(copy) ?? 1) - 1);
    found.push({ id, article, rank, copy, speaker, points });
  }
  return unique(found.sort(byPoints)).slice(0, limit);
}

function byPoints(a: FoundQuotation, b: FoundQuotation): number {
  return b.points - a.points || a.rank - b.rank || a.id - b.id;
}

/** The first of each set of copies. */
function unique(found: readonly FoundQuotation[]): FoundQuotation[] {
  const seen = new Set<number>();
  return found.filter(({ copy }) => !seen.has(copy) && seen.add(copy));
}

/** Points for words that stand in the quotation as they were typed: at its beginning, or together somewhere in it. */
function inOrder(data: Uint8Array, typed: readonly number[], open: boolean): number {
  const prints = printsOf(data);
  // An unfinished word may be whole all the same; as a part it has no print, and the index of words has found it already.
  return Math.max(together(prints, typed, typed.length), open ? together(prints, typed, typed.length - 1) : 0);
}

/** @param count how many of the words typed must stand there, the first ones */
function together(prints: Uint8Array, typed: readonly number[], count: number): number {
  if (count <= 0) return 0;
  for (let at = 0; at + count <= prints.length; at++) {
    let same = 0;
    while (same < count && prints[at + same] === typed[same]) same++;
    if (same === count) return at === 0 ? BEGINS : count > 1 ? IN_ORDER : 0;
  }
  return 0;
}

/** The query with one word left out at a time: one of them may be mistyped or misremembered. */
function withoutOne({ words, open }: WordQuery): WordQuery[] {
  return words.slice(0, 10).map((_, left) => ({
    words: words.filter((__, i) => i !== left),
    open: open && left !== words.length - 1 && words.at(-1)!.length <= LONGEST_BEGINNING,
  }));
}

/** Spellings tried for the first word that no quotation has; further such words get their likeliest one. */
const CORRECTIONS = 3;

/** Words that no quotation has, nor goes on from where they may go on. */
async function wordsUnknown(postings: Postings, { words, open }: WordQuery): Promise<ReadonlySet<string>> {
  const known = await postings.known(words), unknown = words.filter((word) => !known.has(word)), last = words.at(-1)!;
  if (!open || !unknown.includes(last)) return new Set(unknown);
  const goesOn = await postings.begins(last);
  return new Set(unknown.filter((word) => word !== last || !goesOn));
}

/** The query with each unknown word replaced by one that is a slip away; none when there is no such word or nothing near it. First letters are taken to be right. */
async function corrected(postings: Postings, { words, open }: WordQuery, unknown: ReadonlySet<string>): Promise<WordQuery[]> {
  let variants: WordQuery[] = [{ words, open }];
  let changed = false;
  for (const [index, word] of words.entries()) {
    const unfinished = open && index === words.length - 1;
    if (word.length < SHORTEST_SLIP || !unknown.has(word)) continue;
    const spellings = (await near(postings, word, unfinished)).slice(0, changed ? 1 : CORRECTIONS);
    if (spellings.length === 0) return [];
    variants = variants.flatMap((variant) => spellings.map((spelling) => ({
      words: variant.words.map((each, i) => (i === index ? spelling : each)),
      open: variant.open && !unfinished,
    })));
    changed = true;
  }
  return changed ? variants : [];
}

/** Words of quotations a slip away from one, most frequent first; an unfinished one may go on. */
async function near(postings: Postings, word: string, unfinished: boolean): Promise<string[]> {
  const alike: string[] = [];
  for await (const terms of postings.beginning(beginningsNear(word))) {
    for (const term of terms) if (oneSlipApart(term, word) || (unfinished && oneSlipApart(term.slice(0, word.length), word))) alike.push(term);
  }
  return [...await postings.frequencies(alike)].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1)).map(([term]) => term);
}

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

/** Letters behind the first that may be the wrong ones at a word's beginning; of a word that begins aright, all of them and one more are right. */
const SLIPS = 3;

/** How words a slip away from one can begin, the first letter being right: as it does, or with a slip at one of the next letters. */
export function beginningsNear(word: string): string[] {
  if (!/^[a-z]{5,}/.test(word)) return [word.slice(0, 1)];
  const places = Array.from({ length: Math.min(SLIPS, word.length - 3) }, (_, i) => i + 1);
  return [...new Set([word.slice(0, places.length + 1), ...places.flatMap((at) => slipsAt(word, at))])];
}

/** How words begin that differ from one by a slip at a place, two letters behind it: a letter left out, another one, one too many, or two that have changed places. */
function slipsAt(word: string, at: number): string[] {
  const head = word.slice(0, at), rest = word.slice(at + 1), all = [head + rest, head + rest.slice(0, 1) + word.slice(at, at + 1) + rest.slice(1)];
  for (const letter of ALPHABET) if (letter !== word[at]) all.push(head + letter + rest, head + letter + word.slice(at));
  return all.map((each) => each.slice(0, at + 2));
}
