import { t } from '@vscode/l10n';
import { carriersOf } from '../../features/verification/carriers';
import type { QuoteCheck } from '../../features/verification/verifyDraft';
import type { SourceMatch } from '../../features/verification/verifyQuote';
import { sourceInWords } from '../../features/verification/finding';
import { LineIndex } from '../../corpus/lines';
import { type LinkStyle, openPassageHint, passageTarget, toUri } from '../convert';
import { link, plain } from '../markdown';

function statusInWords(status: QuoteCheck['status']): string {
  switch (status) {
    case 'exact': return t('Word for word');
    case 'typographic': return t('The words are right; marks, blanks or capitals differ');
    case 'altered lawfully': return t('Shortened or amended as marked');
    case 'misquoted': return t('Misquoted');
    case 'not found': return t('No source has these words');
  }
}

/** Characters of the source shown to either side of the passage. */
const AROUND = 90;
const VARIANTS = 3, MOST_DIFFERENCES = 5;

/** Where a quote stands, who said it, whether it is word for word, and who else carries it. */
export function quoteMarkdown(check: QuoteCheck, style: LinkStyle): string {
  const [best] = check.matches;
  const verdict = `**${statusInWords(check.status)}**`;
  if (!best) return verdict;
  const { second } = check, lines = [verdict];
  if (second) lines.push(t('Put together from two articles; the other part is of {0}', opener(second.match, style)));
  else if (check.status === 'misquoted') lines.push(diff(check.words, best));
  const said = check.speaker.said;
  lines.push(`${context(best)}  \n— ${said ? `${plain(said.canonical)} · ` : ''}${opener(best, style)}`);
  if (check.matches.length > 1) lines.push(carriedBy(check.words, check.matches, style));
  return lines.join('\n\n');
}

/** Who carried the words first, who else has them, and who has them otherwise. */
export function carriedBy(words: string, matches: readonly SourceMatch[], style: LinkStyle): string {
  const { first, others, variants } = carriersOf(matches), lines: string[] = [];
  const list = (some: readonly SourceMatch[]): string => ((shown: string) => (some.length > VARIANTS ? t('{0} and {1} more', shown, some.length - VARIANTS) : shown))(some.slice(0, VARIANTS).map((match) => opener(match, style)).join(', '));
  if (first) lines.push(t('Carried first by {0}, then by {1}', opener(first, style), list(others)));
  else if (others.length > 0) lines.push(t('Also in {0}', list(others)));
  for (const variant of variants.slice(0, VARIANTS)) lines.push(t('Otherwise in {0}: {1}', opener(variant, style), diff(words, variant)));
  return lines.join('\n\n');
}

/** The quote with what differs: its own words struck out, the source's in bold, and a few words around them. */
function diff(words: string, { comparison, source }: SourceMatch): string {
  const parts: string[] = [], { differences } = comparison, shown = differences.slice(0, MOST_DIFFERENCES);
  let at = wordStart(words, Math.max(0, (shown[0]?.at ?? 0) - AROUND));
  if (at > 0) parts.push('… ');
  for (const { quote, source: stands, at: place, kind } of shown) {
    const from = quote?.start ?? place, to = quote?.end ?? place;
    if (from > at) parts.push(plain(words.slice(at, from)));
    const said = quote && kind !== 'joined' ? `~~${plain(words.slice(quote.start, quote.end)).trim()}~~` : '', has = stands && kind !== 'joined' ? `**${plain(source.words.text.slice(stands.start, stands.end)).trim()}**` : '';
    const change = kind === 'joined' ? '⋯' : [said, has].filter(Boolean).join(' ');
    parts.push(`${/\s$/.test(parts.at(-1) ?? ' ') ? '' : ' '}${change}${!quote && to < words.length ? ' ' : ''}`);
    at = Math.max(at, to);
  }
  const end = wordEnd(words, Math.min(words.length, at + AROUND));
  parts.push(plain(words.slice(at, end)), end < words.length ? ' …' : '', differences.length > shown.length ? ` ${t('(and {0} more)', differences.length - shown.length)}` : '');
  return parts.join('').replace(/ {2,}/g, ' ');
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
  return link(sourceInWords(article, t), passageTarget({ uri: toUri(article.path), range: new LineIndex(source.words.text).range(start, end) }, style), openPassageHint());
}
