import { create, insert, load, save, search, update, type AnyOrama, type RawData } from '@orama/orama';
import { deserialize, serialize } from 'node:v8';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { engineOf } from './library';

const make = (): AnyOrama => create({ schema: { text: 'string' } });
const files = { articles: 'articles.bin', quotations: 'quoted.bin' } as const;

async function ids(index: AnyOrama, words: string, limit: number, all: boolean): Promise<number[]> {
  // Threshold 0: all of the words; 1: any of them.
  const { hits } = await search(index, { term: words, limit, threshold: all ? 0 : 1 });
  return hits.map(({ id }) => Number(id));
}

export const orama = engineOf({
  name: 'Orama',
  most: 30_000,
  async build(texts, quotations, place, progress) {
    for (const [file, rows] of [[files.articles, texts], [files.quotations, quotations]] as const) {
      const index = make();
      let id = 0;
      for (const text of rows) {
        await insert(index, { id: String(id++), text });
        if (file === files.articles && id % 500 === 0) progress(id);
      }
      writeFileSync(path.join(place, file), serialize(save(index)));
    }
  },
  load(place) {
    const [articles, quotations] = [files.articles, files.quotations].map((file) => {
      const index = make();
      load(index, deserialize(readFileSync(path.join(place, file))) as RawData);
      return index;
    });
    return Promise.resolve({
      articles: (words: string, limit: number) => ids(articles!, words, limit, words.split(' ').length <= 4),
      async quotations(words: string, limit: number) {
        const found = await ids(quotations!, words, limit, true);
        return found.length > 0 ? found : ids(quotations!, words, limit, false);
      },
      replace: async (id: number, text: string) => { await update(articles!, String(id), { id: String(id), text }); },
    });
  },
});
