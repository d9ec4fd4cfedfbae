import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foldedWords } from '../../../src/corpus/fold';
import { compareQuote } from '../../../src/features/verification/compare';
import { wordsOf } from '../../../src/features/verification/words';
import { quotationsIn } from '../corpus/articles';
import type { Articles, Engine, OpenIndex } from './engine';

/** A full-text index as a library offers it, over whole articles and over quotations. Ids are positions in the lists it was built from. */
export interface LibraryIndex {
  /** Articles that hold the words, best first. */
  articles(words: string, limit: number): readonly number[] | Promise<readonly number[]>;
  /** Quotations that hold the words, the last one perhaps unfinished, best first. */
  quotations(words: string, limit: number): readonly number[] | Promise<readonly number[]>;
  /** Puts a text in the place of an article's; null where that needs a new index. */
  replace: ((article: number, text: string) => void | Promise<void>) | null;
  close?(): void;
}

export interface Library {
  readonly name: string;
  readonly most: number;
  /** Builds and saves; texts come one at a time. */
  build(texts: Iterable<string>, quotations: readonly string[], place: string, progress: (done: number) => void): Promise<void>;
  load(place: string): Promise<LibraryIndex>;
}

/** Articles that are read to tell whether they have a quote. */
const CANDIDATES = 24;

/** An engine out of a library: what it finds are ids, passages and verdicts come from the texts, by the comparison that Attest itself uses. */
export function engineOf(library: Library): Engine {
  return {
    name: library.name,
    most: library.most,
    async build(articles, place, progress) {
      const quotations = articles.paths.flatMap((file) => quotationsIn(articles.read(file)));
      writeFileSync(path.join(place, 'quotations.json'), JSON.stringify(quotations));
      await library.build(textsOf(articles), quotations, place, progress);
      return {};
    },
    async open(articles, place) {
      const quotations = JSON.parse(readFileSync(path.join(place, 'quotations.json'), 'utf8')) as string[];
      return opened(articles, quotations, await library.load(place));
    },
  };
}

function* textsOf(articles: Articles): Generator<string> {
  for (const file of articles.paths) yield articles.read(file);
}

function opened(articles: Articles, quotations: readonly string[], index: LibraryIndex): OpenIndex {
  const places = new Map(articles.paths.map((file, i) => [file, i]));
  return {
    async name(form) {
      const found: string[] = [];
      for (const id of await index.articles(form, 20)) {
        if (found.length >= 3) break;
        const sentence = sentenceWith(articles.read(articles.paths[id]!), form);
        if (sentence) found.push(sentence);
      }
      return found;
    },
    complete: async (typed) => (await index.quotations(typed, 10)).map((id) => quotations[id]!),
    async verify(quote) {
      const ids = await index.articles(quote, CANDIDATES);
      return ids.map((id) => articles.paths[id]!).filter((file) => compareQuote(quote, wordsOf(articles.read(file))));
    },
    events: null,
    update: index.replace && (async (file, text) => {
      const id = places.get(file);
      if (id !== undefined) await index.replace!(id, text);
    }),
    close: () => Promise.resolve(index.close?.()),
  };
}

/** A stretch of a text around a form, whatever its case; undefined when it does not stand there. */
export function sentenceWith(text: string, form: string): string | undefined {
  const at = text.toLowerCase().indexOf(form.toLowerCase());
  return at < 0 ? undefined : text.slice(Math.max(0, text.lastIndexOf('.', at) + 1), text.indexOf('.', at) + 1 || text.length);
}

/** Words as full-text queries take them. */
export const queryWords = (text: string): string[] => foldedWords(text).slice(0, 40);
