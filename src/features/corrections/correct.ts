import { webAddress } from '../../article/metadata';
import { statedDate } from '../../article/statedDate';
import type { CorrectedStore } from '../../corpus/corrections/correctedStore';
import type { CorrectionFile } from '../../corpus/corrections/files';
import { unknownDate } from '../../corpus/corrections/parseArticles';
import { pathFrom } from '../../corpus/corrections/paths';
import type { EventId, NameId } from '../../corpus/store/store';
import { type ArticleField, correctArticle } from './correctArticle';
import { hideEvents, mergeEvents, type WrittenEvent } from './correctEvents';
import { mergeNames, notNames, renameName, splitName } from './correctNames';
import { firstReport, writtenEvent, writtenNames } from './references';
import type { Rewritten } from './rewrite';

/** A decision of the writer about what the index has. Names and events by id, articles by absolute path. */
export type Correction =
  | { readonly correction: 'merge names'; readonly names: readonly NameId[] }
  | { readonly correction: 'split name'; readonly name: NameId; readonly into: readonly { readonly name: string; readonly articles: readonly string[] }[] }
  | { readonly correction: 'rename name'; readonly name: NameId; readonly shown: string | null }
  | { readonly correction: 'not names'; readonly names: readonly NameId[] }
  | { readonly correction: 'hide events'; readonly events: readonly EventId[] }
  | { readonly correction: 'merge events'; readonly events: readonly EventId[] }
  | { readonly correction: 'articles'; readonly articles: readonly string[]; readonly fields: Readonly<Partial<Record<ArticleField, string | null>>> };

/** What a correction is worked out with. */
export interface CorrectionContext {
  readonly store: CorrectedStore;
  /** The file that has the corrections for an article; undefined outside the corpus. */
  fileOf(path: string): CorrectionFile | undefined;
  /** The text of a file as the writer has it before him, unsaved changes and all; undefined where there is none. */
  textOf(file: CorrectionFile): Promise<string | undefined>;
  /** Hash of an article's bytes; undefined when it cannot be read. */
  hashOf(path: string): Promise<string | undefined>;
}

/** The file to write, or why there is none. */
export type CorrectedFile = { readonly ok: true; readonly path: string; readonly text: string } | { readonly ok: false; readonly message: string };

const gone: CorrectedFile = { ok: false, message: 'What was to be corrected is not in the index any more. Choose it again.' };
/** Digits of a hash that tell the articles of a corpus apart. */
const MARK = 16;

/** Works out what `attest.yml` is to say. Writes nothing. */
export async function correct(context: CorrectionContext, correction: Correction): Promise<CorrectedFile> {
  const { store } = context;
  switch (correction.correction) {
    case 'articles':
      return correctArticles(context, correction.articles, correction.fields);
    case 'hide events':
    case 'merge events': {
      const merge = correction.correction === 'merge events', report = await firstOf(correction.events, (id) => firstReport(store, id));
      const file = report && context.fileOf(report.passage.article.path);
      const events = file ? await all(correction.events, (id) => writtenEvent(store, id, (path) => pathFrom(file.folder, path))) : [];
      if (!file || events.length === 0) return gone;
      if (merge && events.length < 2) return { ok: false, message: 'Two events or more can be made one: choose another.' };
      return edited(context, file, (text) => (merge ? mergeEvents : hideEvents)(text, distinct(events)));
    }
    default: {
      const ids = 'names' in correction ? correction.names : [correction.name];
      const names = await writtenNames(store, ids), path = await firstOf(ids, async (id) => (await store.mentions(id, { offset: 0, limit: 1 }))[0]?.mention.article.path);
      const file = path === undefined ? undefined : context.fileOf(path);
      const [name] = names;
      if (!file || !name) return gone;
      if (correction.correction === 'merge names' && names.length < 2) return { ok: false, message: 'Two names or more can be made one: choose another.' };
      return edited(context, file, (text) => {
        switch (correction.correction) {
          case 'merge names': return mergeNames(text, names);
          case 'not names': return notNames(text, names);
          case 'rename name': return renameName(text, name, correction.shown?.trim() || undefined);
          case 'split name': return splitName(text, name, correction.into.map((bearer) => ({ name: bearer.name, articles: bearer.articles.map((each) => pathFrom(file.folder, each)) })));
        }
      });
    }
  }
}

async function correctArticles(context: CorrectionContext, paths: readonly string[], fields: Readonly<Partial<Record<ArticleField, string | null>>>): Promise<CorrectedFile> {
  const file = paths[0] === undefined ? undefined : context.fileOf(paths[0]);
  if (!file) return { ok: false, message: 'This article is in no folder of the corpus.' };
  const values: Partial<Record<ArticleField, string | undefined>> = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value?.trim() || undefined]));
  if (values.date !== undefined && values.date.toLowerCase() !== unknownDate) {
    const date = statedDate(values.date);
    if (!('value' in date)) return { ok: false, message: `“${values.date.slice(0, 40)}” is not understood as a date. Write it as year-month-day, such as 2024-04-12, as a year, or unknown.` };
    values.date = date.value;
  }
  if (values.url !== undefined && webAddress(values.url) === undefined) return { ok: false, message: 'This is no web address: it begins with http:// or https://.' };
  const hashes = new Map(await all(paths, async (path) => [path, (await context.hashOf(path))?.slice(0, MARK)] as const));
  return edited(context, file, (text) => {
    let result: Rewritten = { ok: true, text: text ?? '' };
    for (const path of paths) {
      const content = hashes.get(path);
      if (result.ok) result = correctArticle(result.text, { path: pathFrom(file.folder, path), ...(content === undefined ? {} : { content }) }, values);
    }
    return result;
  });
}

async function edited(context: CorrectionContext, file: CorrectionFile, edit: (text: string | undefined) => Rewritten): Promise<CorrectedFile> {
  const result = edit(await context.textOf(file));
  return result.ok ? { ok: true, path: file.path, text: result.text } : result;
}

async function firstOf<I, T>(items: readonly I[], find: (item: I) => Promise<T | undefined>): Promise<T | undefined> {
  for (const item of items) {
    const found = await find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function all<I, T>(items: readonly I[], find: (item: I) => Promise<T | undefined>): Promise<T[]> {
  const found: T[] = [];
  for (const item of items) {
    const each = await find(item);
    if (each !== undefined) found.push(each);
  }
  return found;
}

/** Two events of one report would be written alike. */
function distinct(events: readonly WrittenEvent[]): WrittenEvent[] {
  return events.filter((event, i) => events.findIndex((other) => other.article === event.article && other.words === event.words) === i);
}
