import { Index } from 'flexsearch';
import { appendFileSync, createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { engineOf } from './library';

const make = (prefix: boolean): Index => new Index({ tokenize: prefix ? 'forward' : 'strict', resolution: 3, encoder: 'Normalize' });
const files = { articles: 'articles.jsonl', quotations: 'quoted.jsonl' } as const;

async function loaded(file: string, prefix: boolean): Promise<Index> {
  const index = make(prefix);
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const [key, data] = JSON.parse(line) as [string, string];
    index.import(key, data);
  }
  return index;
}

export const flexSearch = engineOf({
  name: 'FlexSearch',
  most: 100_000,
  async build(texts, quotations, place, progress) {
    for (const [file, rows, prefix] of [[files.articles, texts, false], [files.quotations, quotations, true]] as const) {
      const index = make(prefix);
      let id = 0;
      for (const text of rows) {
        index.add(id++, text);
        if (!prefix && id % 500 === 0) progress(id);
      }
      await index.export((key, data) => { if (data !== undefined) appendFileSync(path.join(place, file), `${JSON.stringify([key, data])}\n`); });
    }
  },
  async load(place) {
    const articles = await loaded(path.join(place, files.articles), false), quotations = await loaded(path.join(place, files.quotations), true);
    const ids = (found: unknown): number[] => (Array.isArray(found) ? found.map(Number) : []);
    return {
      articles: (words, limit) => ids(articles.search(words, { limit, suggest: words.split(' ').length > 4 })),
      quotations: (words, limit) => ids(quotations.search(words, { limit, suggest: true })),
      replace: (id, text) => void articles.update(id, text),
    };
  },
});
