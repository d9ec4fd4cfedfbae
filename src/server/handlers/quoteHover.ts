import type { QuoteCheck } from '../../features/verification/verifyDraft';
import type { SourceMatch } from '../../features/verification/verifyQuote';
import { sourceInWords } from '../../features/verification/finding';
import { LineIndex } from '../../corpus/lines';
import { type LinkStyle, passageTarget, toUri } from '../convert';
import { link, plain } from '../markdown';

const statusWords = {
  exact: 'Word for word', typographic: 'The words are right; marks, blanks or capitals differ', 'altered lawfully': 'Shortened or amended as marked',
  misquoted: 'Misquoted', 'not found': 'No source has these words',
} as const;

/** Characters of the source shown to either side of the passage. */
const AROUND = 90;
const VARIANTS = 3;

/** Where a quote stands, who said it, and whether it is word for word. */
export function quoteMarkdown(check: QuoteCheck, style: LinkStyle): string {
  const [best, ...others] = check.matches;
  const verdict = `**${statusWords[check.status]}**`;
  if (!best) return verdict;
  const differing = check.status === 'misquoted' && check.second === null ? differences(check, best) : '';
  const lines = [differing ? `${verdict}: ${differing}` : verdict];
  const said = check.speaker.said;
  lines.push(`${context(best)}  \n— ${said ? `${plain(said.canonical)} · ` : ''}${opener(best, style)}`);
  if (others.length > 0) lines.push(`Also in ${others.slice(0, VARIANTS).map((match) => opener(match, style)).join(', ')}${others.length > VARIANTS ? ` and ${others.length - VARIANTS} more` : ''}`);
  return lines.join('\n\n');
}

/** What differs: the quote's words struck out, the source's in bold. */
function differences({ words }: QuoteCheck, { comparison, source }: SourceMatch): string {
  return comparison.differences.slice(0, 5).map(({ quote, source: stands }) => {
    const said = quote ? `~~${plain(words.slice(quote.start, quote.end))}~~` : '', has = stands ? `**${plain(source.words.text.slice(stands.start, stands.end))}**` : '';
    return [said, has].filter(Boolean).join(' → ');
  }).join(' · ');
}

function context({ comparison, source }: SourceMatch): string {
  const { text } = source.words, { start, end } = comparison.source;
  const from = wordStart(text, Math.max(0, start - AROUND)), to = wordEnd(text, Math.min(text.length, end + AROUND));
  const before = lastParagraph(text.slice(from, start)), after = firstParagraph(text.slice(end, to));
  return `${from > 0 && before.length === start - from ? '… ' : ''}${plain(before)}**${plain(text.slice(start, end)).trim()}**${plain(after)}${to < text.length && after.length === to - end ? ' …' : ''}`;
}

const lastParagraph = (text: string): string => text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
const firstParagraph = (text: string): string => /^[^\r\n]*/.exec(text)![0];

function wordStart(text: string, at: number): number {
  while (at > 0 && /\S/.test(text[at - 1]!)) at--;
  return at;
}

function wordEnd(text: string, at: number): number {
  while (at < text.length && /\S/.test(text[at]!)) at++;
  return at;
}

function opener({ article, comparison, source }: SourceMatch, style: LinkStyle): string {
  const { start, end } = comparison.source;
  return link(sourceInWords(article), passageTarget({ uri: toUri(article.path), range: new LineIndex(source.words.text).range(start, end) }, style), 'Open the article with this passage selected');
}
