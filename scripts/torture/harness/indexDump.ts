/** An index as lines of text that do not depend on the order in which articles came: what must be equal for equal articles. */
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import type { CorpusStore, Passage } from '../../../src/corpus/store/store';
import { hashBytes } from '../../../src/platform/hash';
import { nodeFileSystem } from '../../../src/platform/nodeFileSystem';

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };
const everything = { offset: 0, limit: 1_000_000 };

/** Every row that an index answers from, sorted, and what SQLite itself finds wrong with the file. */
export async function dumpIndex(file: string): Promise<string[]> {
  const faults = integrity(file);
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
  for (const [path, stamp] of await store.stamps()) add('file', [path, stamp]);
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

/** What SQLite's own checks say, full-text tables included. */
function integrity(file: string): string[] {
  const database = new DatabaseSync(file);
  try {
    const found = database.prepare('PRAGMA integrity_check').all().map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
    for (const table of ['articleWords', 'quotationWords', 'reportWords']) {
      try {
        database.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`);
      } catch (error) {
        found.push(`${table}: ${String(error)}`);
      }
    }
    return found.map((line) => `integrity: ${line}`);
  } finally {
    database.close();
  }
}
