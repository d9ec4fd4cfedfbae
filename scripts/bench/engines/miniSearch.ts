import MiniSearch from 'minisearch';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { engineOf } from './library';

const options = { fields: ['text'], idField: 'id' };
const files = { articles: 'articles.json', quotations: 'quoted.json' } as const;

export const miniSearch = engineOf({
  name: 'MiniSearch',
  most: 100_000,
  build(texts, quotations, place, progress) {
    for (const [file, rows] of [[files.articles, texts], [files.quotations, quotations]] as const) {
      const index = new MiniSearch<{ id: number; text: string }>(options);
      let id = 0;
      for (const text of rows) {
        index.add({ id: id++, text });
        if (file === files.articles && id % 500 === 0) progress(id);
      }
      writeFileSync(path.join(place, file), JSON.stringify(index));
    }
    return Promise.resolve();
  },
  load(place) {
    const [articles, quotations] = [files.articles, files.quotations].map((file) => MiniSearch.loadJSON<{ id: number; text: string }>(readFileSync(path.join(place, file), 'utf8'), options));
    const ids = (found: readonly { readonly id: unknown }[], limit: number): number[] => found.slice(0, limit).map(({ id }) => Number(id));
    return Promise.resolve({
      articles: (words: string, limit: number) => ids(articles!.search(words, { combineWith: words.split(' ').length > 4 ? 'OR' : 'AND' }), limit),
      quotations(words: string, limit: number) {
        const last = words.split(' ').at(-1);
        const found = quotations!.search(words, { combineWith: 'AND', prefix: (term) => term === last });
        return ids(found.length > 0 ? found : quotations!.search(words, { combineWith: 'AND', fuzzy: 0.2 }), limit);
      },
      // What stood there before is not stored, so it can only be discarded.
      replace: (id: number, text: string) => { articles!.discard(id); articles!.add({ id, text }); },
    });
  },
});
