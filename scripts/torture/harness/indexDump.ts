/** An index as lines of text that do not depend on the order in which articles came: what must be equal for equal articles. */
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import { Database } from '../../../src/corpus/store/sqlite/database';
import { NO_DAY } from '../../../src/corpus/store/sqlite/listingColumns';
import { ListingReader } from '../../../src/corpus/store/sqlite/listingReader';
import { RECORD, ReportListings } from '../../../src/corpus/store/sqlite/reportListings';
import { articleOfReport, indexOfReport } from '../../../src/corpus/store/sqlite/reportIds';
import { hasBit, readChunk } from '../../../src/corpus/store/sqlite/postings/positions';
import { articlePostings, listingPostings, nameToken, quotationPostings, TOKEN } from '../../../src/corpus/store/sqlite/postings/tables';
import type { CorpusStore, Passage } from '../../../src/corpus/store/store';
import { hashBytes } from '../../../src/platform/hash';
import { nodeFileSystem } from '../../../src/platform/nodeFileSystem';

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };
const everything = { offset: 0, limit: 1_000_000 };

/** Every row that an index answers from, sorted, and what SQLite itself finds wrong with the file. */
export async function dumpIndex(file: string): Promise<string[]> {
  const { reports, faults: ofListings } = await listings(file), faults = [...integrity(file), ...words(file, reports), ...ofListings];
  const store = await openSqliteStore({ path: file, fileSystem: nodeFileSystem, hash: hashBytes, log: silent });
  try {
    return [...faults, ...(await rows(store)).sort()];
  } finally {
    await store.close();
  }
}

/** Lines that only one of two dumps has, a few of them. */
export function differences(expected: readonly string[], found: readonly string[]): string[] {
  const wanted = new Set(expected), given = new Set(found);
  const missing = expected.filter((line) => !given.has(line)).map((line) => `missing: ${line.slice(0, 200)}`);
  const extra = found.filter((line) => !wanted.has(line)).map((line) => `not in a fresh index: ${line.slice(0, 200)}`);
  const count = missing.length + extra.length === 0 && expected.length !== found.length ? [`${found.length} rows in place of ${expected.length}`] : [];
  return [...missing.slice(0, 3), ...extra.slice(0, 3), ...count];
}

async function rows(store: CorpusStore): Promise<string[]> {
  const lines: string[] = [];
  const add = (kind: string, value: unknown): void => void lines.push(`${kind} ${JSON.stringify(value, sortedKeys)}`);
  add('counts', await store.counts());
  await store.eachStamp((path, stamp) => add('file', [path, stamp]));
  for (const problem of await store.problems()) add('problem', problem);
  const names = await store.names(everything);
  const called = new Map(names.map(({ id, canonical }) => [id, canonical]));
  for (const { id, aliases, ...name } of names) {
    add('name', { ...name, aliases: [...aliases].sort() });
    for (const { mention, sentence, speaks } of await store.mentions(id, everything)) add('mention', [name.canonical, place(mention), place(sentence), speaks]);
  }
  for (const { id, ...article } of await store.articles(everything)) {
    add('article', article);
    for (const { passage, context, speaker, cue } of await store.quotationsOf(id)) {
      add('quotation', [place(passage), place(context), speaker && [speaker.text, speaker.canonical, speaker.name === null ? null : called.get(speaker.name)], cue]);
    }
  }
  for (const event of await store.events({ order: 'oldest', page: everything })) {
    add('event', event);
    for (const { passage, date } of await store.eventSources(event.id)) add('report', [event.id, place(passage), date]);
  }
  return lines;
}

/** The order in which an object got its properties says nothing. */
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function place({ article, start, end, text }: Passage): unknown {
  return [article.path, article.ordinal, start, end, text];
}

/**
 * The words under which articles, quotations and reports are found, in lines; and what is found that is not there, or counted wrongly.
 * @param reports by listing
 */
function words(file: string, reports: ReadonlyMap<number, number>): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const names = new Map(database.prepare('SELECT id, kind, folded FROM name').all().map((row) => [nameToken(Number(row['id'])), `${TOKEN}${Number(row['kind'])} ${String(row['folded'])}`]));
    const places = 'SELECT article.id, file.path, article.ordinal, quotations FROM article JOIN file ON file.id = article.file';
    const articles = new Map(database.prepare(places).all().map((row) => [Number(row['id']), { place: `${String(row['path'])}#${Number(row['ordinal'])}`, first: Number(row['quotations']) }]));
    const quotations = new Map(database.prepare('SELECT id, article FROM quotation').all().map((row) => {
      const article = articles.get(Number(row['article']))!;
      return [Number(row['id']), `${article.place} “${Number(row['id']) - article.first}`];
    }));
    const placeOfReport = (report: number | undefined): string | undefined => report === undefined ? undefined : `${articles.get(articleOfReport(report))?.place} !${indexOfReport(report)}`;
    const placeOf = new Map([[articlePostings, (id: number) => articles.get(id)?.place], [quotationPostings, (id: number) => quotations.get(id)], [listingPostings, (id: number) => placeOfReport(reports.get(id))]]);
    return [...placeOf].flatMap(([table, placeOfId]) => {
      const gone = new Map(database.prepare(`SELECT slot, ids FROM ${table.gone}`).all().map((row) => [Number(row['slot']), row['ids'] as Uint8Array]));
      const found = new Map<string, string[]>(), room = new Uint32Array(table.size), faults: string[] = [];
      for (const row of database.prepare(`SELECT slot, word, start, count, ids FROM ${table.words} ORDER BY slot, word, start`).iterate()) {
        const slot = Number(row['slot']), word = names.get(String(row['word'])) ?? String(row['word']), count = readChunk({ start: Number(row['start']), data: row['ids'] as Uint8Array }, room);
        if (count !== Number(row['count'])) faults.push(`integrity: ${table.words} has ${count} ids of “${word}” for ${Number(row['count'])}`);
        for (const position of room.subarray(0, count)) {
          const bits = gone.get(slot), id = slot * table.size + position;
          if (bits && hasBit(bits, position)) continue;
          const place = placeOfId(id), own = found.get(place ?? '');
          if (place === undefined) faults.push(`integrity: ${table.words} leads from “${word}” to ${id}, which is gone`);
          else if (own) own.push(word);
          else found.set(place, [word]);
        }
      }
      return [...faults, ...[...found].map(([place, own]) => `words ${place} ${own.sort().join(' ')}`)];
    });
  } finally {
    database.close();
  }
}

/** The report of each listing, and where listings say something else than the events. */
async function listings(file: string): Promise<{ readonly reports: ReadonlyMap<number, number>; readonly faults: readonly string[] }> {
  const connection = new DatabaseSync(file, { readOnly: true });
  try {
    const database = new Database(connection), known = new ReportListings(database), reader = new ListingReader(database), found = new Map<number, number>(), faults: string[] = [];
    const rows = database.arrays(`SELECT report, id, type, heading, first, last, tie, count(*) OVER (PARTITION BY id) = 1 FROM (
      SELECT id AS report, * FROM event UNION ALL SELECT report, event.* FROM reportEvent JOIN event ON id = event) ORDER BY report`);
    for (const [report, ...event] of rows) {
      const listing = known.get(Number(report)), dayOf = (day: number): number | null => (day === NO_DAY ? null : day);
      if (listing === undefined) {
        faults.push(`integrity: report ${Number(report)} of event ${Number(event[0])} has no listing`);
        continue;
      }
      found.set(listing, Number(report));
      const one = Uint32Array.of(listing), [[id], kinds, days] = await Promise.all([reader.events(one), reader.kinds(one), reader.days(one)]);
      const said = [id, kinds.types[0], kinds.headings[0], dayOf(days.first[0]!), dayOf(days.last[0]!), days.tie[0], kinds.alone[0]];
      if (JSON.stringify(said) !== JSON.stringify(event)) faults.push(`integrity: a listing has ${JSON.stringify(said)} for report ${Number(report)}, whose event is ${JSON.stringify(event)}`);
    }
    const count = Number(database.get('SELECT sum(length(data)) AS n FROM reportListing')?.['n'] ?? 0) / RECORD;
    return { reports: found, faults: count === rows.length && found.size === rows.length ? faults : [...faults, `integrity: there are ${count} listings for ${rows.length} reports`] };
  } finally {
    connection.close();
  }
}

/** What SQLite's own checks say. */
function integrity(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('PRAGMA integrity_check').all().map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok').map((line) => `integrity: ${line}`);
  } finally {
    database.close();
  }
}
