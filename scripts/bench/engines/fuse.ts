import Fuse from 'fuse.js';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { engineOf } from './library';

/** Fuzzy search reads everything at each question. */
export const fuse = engineOf({
  name: 'Fuse.js',
  most: 3_000,
  build(texts, quotations, place) {
    writeFileSync(path.join(place, 'texts.json'), JSON.stringify({ articles: [...texts], quotations }));
    return Promise.resolve();
  },
  load(place) {
    const { articles, quotations } = JSON.parse(readFileSync(path.join(place, 'texts.json'), 'utf8')) as { articles: string[]; quotations: string[] };
    const options = { ignoreLocation: true, threshold: 0.3, useTokenSearch: true };
    const texts = new Fuse(articles, options), quoted = new Fuse(quotations, options);
    return Promise.resolve({
      // Longer patterns are refused.
      articles: (words: string, limit: number) => texts.search(words.slice(0, 32), { limit }).map(({ refIndex }) => refIndex),
      quotations: (words: string, limit: number) => quoted.search(words.slice(0, 32), { limit }).map(({ refIndex }) => refIndex),
      replace: null,
    });
  },
});
