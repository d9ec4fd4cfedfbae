/** A long report as a writer has it at the end of a day: prose that names people of the corpus, and quotes of its articles. */
import { quotationsIn } from '../../bench/corpus/articles';
import { articlesOf, textOf } from '../../bench/corpus/files';
import { Random } from '../../random';

export interface LongReport {
  readonly text: string;
  /** Words that can be quoted, of articles that the report does not quote yet. */
  readonly quotable: readonly string[];
}

/** A report of about so many words with so many quotes of the first articles of a seed; one quote in six has a word wrong. */
export function longReport(seed: number, articles: number, words: number, quotes: number): LongReport {
  const random = new Random(seed), prose: string[] = [], quotable: string[] = [];
  for (const article of articlesOf(seed, Math.min(articles, quotes * 8))) {
    const text = textOf(article, false).split('\n\n').slice(1).join(' ');
    quotable.push(...quotationsIn(text).filter((quotation) => /^[\w’', -]{40,220}[.,]?$/.test(quotation)));
    prose.push(...(text.replace(/[“"][^”"]*[”"],?/g, '').match(/[A-Z][^.!?]{30,240}\./g) ?? []));
  }
  const paragraphs = ['# The report'];
  for (let n = 0, count = 0; n < quotes || count < words; n++) {
    const parts = n < quotes ? [`It was said then: “${quoted(quotable[n * 2 % quotable.length]!, n % 6 === 5)}” and nobody denied it.`] : [];
    while (parts.join(' ').split(' ').length < words / quotes) parts.push(random.of(prose));
    count += parts.join(' ').split(' ').length;
    paragraphs.push(parts.join(' '));
  }
  return { text: `${paragraphs.join('\n\n')}\n`, quotable: quotable.filter((_, n) => n % 2 === 1) };
}

function quoted(words: string, wrong: boolean): string {
  return wrong ? words.replace(/ (\w+)([.,]?)$/, ' elsewhere$2') : words;
}
