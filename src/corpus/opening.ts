import type { NoiseSpan } from '../article/article';

/** A line with fewer words is a headline, a byline or a marker, not the article's first sentence. */
const FEWEST = 8;
/** The opening is looked for and cut within this many characters. */
const REACH = 20_000, LONGEST = 300;
/** One more than is shown, so that it is known whether the sentence goes on. */
const MOST_WORDS = 11;

/** The first words of an article, of its first line of eight words or more, within its first sentence, on one line: eleven at most. Empty for an empty text. */
export function openingOf(text: string, noise: readonly NoiseSpan[] = []): string {
  let reach = '', from = 0;
  for (const span of noise) {
    if (span.start >= REACH) break;
    reach += text.slice(from, Math.max(from, span.start)) + '\n';
    from = Math.max(from, span.end);
  }
  reach += text.slice(from, Math.max(from, REACH));
  const lines = reach.split(/[\r\n]+/).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  const first = lines.find((line) => line.split(' ').length >= FEWEST) ?? lines.find((line) => /\p{L}/u.test(line)) ?? '';
  const stop = /[.!?][”’"')\]]*\s+(?=[\p{Lu}“‘"'[(])/u.exec(first.slice(40));
  return first.slice(0, stop ? 40 + stop.index + 1 : LONGEST).slice(0, LONGEST).trim().split(' ').slice(0, MOST_WORDS).join(' ');
}
