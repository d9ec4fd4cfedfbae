import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { engineOf, queryWords } from './library';

const quoted = (words: readonly string[]): string[] => words.map((word) => `"${word}"`);

/** SQLite's full-text search as one would take it first: a row per article, all defaults, ranked by BM25. */
export const fts5 = engineOf({
  name: 'SQLite FTS5, a row per article',
  most: Infinity,
  build(texts, quotations, place, progress) {
    const database = new DatabaseSync(path.join(place, 'fts.sqlite'));
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      CREATE VIRTUAL TABLE article USING fts5(text); CREATE VIRTUAL TABLE quotation USING fts5(text, prefix='2 3')`);
    for (const [table, rows] of [['article', texts], ['quotation', quotations]] as const) {
      const insert = database.prepare(`INSERT INTO ${table} (rowid, text) VALUES (?, ?)`);
      let id = 0;
      database.exec('BEGIN');
      for (const text of rows) {
        insert.run(++id, text);
        if (id % 1000 === 0) { database.exec('COMMIT; BEGIN'); if (table === 'article') progress(id); }
      }
      database.exec('COMMIT');
    }
    database.close();
    return Promise.resolve();
  },
  load(place) {
    const database = new DatabaseSync(path.join(place, 'fts.sqlite'));
    const article = database.prepare('SELECT rowid AS id FROM article WHERE article MATCH ? ORDER BY rank LIMIT ?');
    const quotation = database.prepare('SELECT rowid AS id FROM quotation WHERE quotation MATCH ? ORDER BY rank LIMIT ?');
    const replace = database.prepare('UPDATE article SET text = ? WHERE rowid = ?');
    const ids = (rows: unknown[]): number[] => (rows as { id: number }[]).map(({ id }) => id - 1);
    return Promise.resolve({
      articles(text: string, limit: number) {
        const words = queryWords(text);
        if (words.length === 0) return [];
        const phrase = ids(article.all(`"${words.join(' ')}"`, limit));
        if (phrase.length > 0) return phrase;
        // Altered quotes: any of the longest words.
        return ids(article.all(quoted([...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 8)).join(' OR '), limit));
      },
      quotations(text: string, limit: number) {
        const words = queryWords(text);
        const all = words.length === 0 ? [] : ids(quotation.all(`${quoted(words).join(' AND ')}*`, limit));
        return all.length > 0 || words.length < 2 ? all : ids(quotation.all(`${quoted(words).join(' OR ')}*`, limit));
      },
      replace: (id: number, text: string) => void replace.run(text, id + 1),
      close: () => database.close(),
    });
  },
});
