import type { Span } from '../../../language/types';
import { foldedWords } from '../../fold';
import type { Passage } from '../store';
import type { Postings } from './postings/postings';
import { passageOf, type OpenArticle, type Reading } from './reading';
import { wordQuery } from './words';

/** Articles that hold the words and are put in order; the latest indexed when more do. */
const CANDIDATES = 2_000;
/** Articles whose text is read, in portions. */
const READ = 160;
const PORTION = 20;
/** Shorter unfinished words match too many others to be looked up. */
const SHORTEST_PREFIX = 3;

/** Sentences with all of the words. Articles by publication, latest first; within them the closest words first. */
export async function findPassages(reading: Reading, articleWords: Postings, typed: string, limit: number): Promise<Passage[]> {
  const { words, open } = wordQuery(typed);
  if (words.length === 0 || limit <= 0) return [];
  const last = words.at(-1) ?? '';
  const lookedUp = open && last.length < SHORTEST_PREFIX && words.length > 1 ? words.slice(0, -1) : words;
  const prefix = open && lookedUp.length === words.length && last.length >= SHORTEST_PREFIX;
  const latest = await articleWords.holding({ words: lookedUp, open: prefix, newestFirst: true }, CANDIDATES);
  const ids = reading.database.numbers(
    `SELECT article.id FROM (SELECT value FROM json_each(?)) AS hit JOIN article ON article.id = hit.value JOIN file ON file.id = article.file
     ORDER BY article.day DESC, file.path, article.ordinal LIMIT ${READ}`,
    JSON.stringify(latest),
  ).map(([id]) => id!);
  const found: { readonly passage: Passage; readonly spread: number }[] = [];
  for (let at = 0; at < ids.length && found.length < limit; at += PORTION) {
    const portion = ids.slice(at, at + PORTION);
    const articles = await reading.open(portion);
    for (const id of portion) {
      const article = articles.get(id);
      if (article) found.push(...sentencesWith(article, words, open).sort((a, b) => a.spread - b.spread));
    }
  }
  return found.sort((a, b) => a.spread - b.spread).slice(0, limit).map(({ passage }) => passage);
}

function sentencesWith(article: OpenArticle, words: readonly string[], open: boolean): { passage: Passage; spread: number }[] {
  return article.data.sentences.flatMap((sentence: Span) => {
    const present = foldedWords(article.body.text.slice(sentence.start, sentence.end));
    const places = words.map((word, i) =>
      present.findIndex((each) => each === word || (open && i === words.length - 1 && each.startsWith(word))));
    if (places.some((place) => place < 0)) return [];
    const stretch = Math.max(...places) - Math.min(...places) + 1 - new Set(places).size;
    const backwards = places.filter((place, i) => i > 0 && place < (places[i - 1] ?? 0)).length;
    return [{ passage: passageOf(article, sentence), spread: stretch + backwards * 2 }];
  });
}
