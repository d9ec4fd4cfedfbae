import type { AnalysedArticle, IndexedFile } from '../../../src/corpus/store/store';
import type { Name, NameMention, Quotation, Span } from '../../../src/language/types';
import { randomFrom, type Random } from './alterations';

/** An invented article and the words of its quotations. */
export interface MadeArticle {
  readonly file: IndexedFile;
  readonly quotations: readonly { readonly words: string; readonly speaker: string }[];
}

const common = 'the of to and a in that is for on with as was at by it from be this are an or which have has had were but not they their one all would there we can will more been who'.split(' ');
const syllables = 'ba be bo da de do fa fe ga go ha ka ke ko la le lo ma me mi na ne no pa pe ra re ro sa se so ta te to va ve vo wa za an en in on ar er or al el is us'.split(' ');
/** Words of the language: as many as a newspaper has in a year. */
const VOCABULARY = 60_000;

/** Words by rank. */
function vocabulary(random: Random): readonly string[] {
  const words = new Set(common);
  while (words.size < VOCABULARY) words.add(Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]!).join(''));
  return [...words];
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/**
 * Articles of about 350 words with two to five quotations each, made of words as frequent as Zipf's law has them; the same for the same seed.
 * Made in batches, as an indexer stores them.
 */
export function* madeArticles(count: number, batch = 500, seed = 7): Generator<MadeArticle[]> {
  const random = randomFrom(seed), words = vocabulary(random), names = Array.from({ length: Math.min(20_000, count) }, () => `${capital(words[200 + Math.floor(random() * 40_000)]!)} ${capital(words[200 + Math.floor(random() * 50_000)]!)}`);
  // Zipf's law with exponent 1: the rank is exponential in a uniform number.
  const word = (): string => words[Math.min(VOCABULARY - 1, Math.floor(Math.exp(random() * Math.log(VOCABULARY)) - 1))]!;
  const phrase = (least: number, most: number): string => Array.from({ length: least + Math.floor(random() * (most - least)) }, word).join(' ');
  let made: MadeArticle[] = [];
  for (let i = 0; i < count; i++) {
    made.push(article(i, random, phrase, () => names[Math.floor(random() * names.length)]!));
    if (made.length === batch) { yield made; made = []; }
  }
  if (made.length > 0) yield made;
}

function article(i: number, random: Random, phrase: (least: number, most: number) => string, name: () => string): MadeArticle {
  const sentences: Span[] = [], quotations: Quotation[] = [], mentions: NameMention[] = [], names: Name[] = [], spoken: { words: string; speaker: string }[] = [];
  let text = '';
  const quoted = 2 + Math.floor(random() * 4);
  for (let s = 0; s < 18; s++) {
    const start = text.length, own = s % 4 === 1 && spoken.length < quoted;
    if (own) {
      const words = capital(phrase(7, 40)), speaker = name(), known = names.length;
      names.push({ canonical: speaker, kind: 'person', aliases: [], roles: [] });
      text += `“${words},” ${speaker} said.`;
      const at = start + words.length + 4, participant = { start: at, end: at + speaker.length, text: speaker, canonical: speaker, name: known };
      mentions.push({ start: at, end: at + speaker.length, text: speaker, kind: 'person', name: known, certain: true });
      quotations.push({ start: start + 1, end: start + 2 + words.length, text: `${words},`, form: 'direct', speaker: participant, cue: { start: at + speaker.length + 1, end: at + speaker.length + 5, text: 'said' }, utterance: quotations.length });
      spoken.push({ words, speaker });
    } else text += `${capital(phrase(12, 28))}.`;
    sentences.push({ start, end: text.length });
    text += s % 3 === 2 ? '\n\n' : ' ';
  }
  const published = `20${String(10 + (i % 15))}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  const analysed: AnalysedArticle = { text, metadata: { outlet: { value: `Outlet ${i % 200}`, basis: 'text' }, published: { value: published, basis: 'text' } }, noise: [], analysis: { sentences, names, mentions, quotations, dates: [], events: [] } };
  return { file: { path: `/made/${i}.txt`, stamp: { size: text.length, mtimeMs: 0, hash: String(i) }, articles: [analysed], problems: [], textIsFile: false }, quotations: spoken };
}
