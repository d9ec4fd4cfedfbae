import type { ArticleRecord, LineRange } from '../../corpus/store/store';
import type { Span } from '../../language/types';
import { dateInWords, dateUnknown } from '../dateWords';
import { nameSource } from '../sourceLabel';
import { hiddenIn } from './hidden';
import type { QuoteCheck } from './verifyDraft';
import type { MisspeltName } from './spelling';
import type { SourceMatch } from './verifyQuote';
import type { WrongDate } from './wrongDate';

/** What a check may find. */
export const findingCodes = ['misquoted', 'not-found', 'typographic', 'altered', 'wrong-speaker', 'second-hand', 'wrong-citation', 'missing-key', 'misspelt-name', 'wrong-date', 'hidden-characters'] as const;
export type FindingCode = (typeof findingCodes)[number];
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** How grave each finding is unless the writer decides otherwise: what is allowed is not shown. */
export const defaultSeverities: Readonly<Record<FindingCode, Severity>> = {
  misquoted: 'warning', 'not-found': 'warning', typographic: 'off', altered: 'off', 'wrong-speaker': 'warning', 'second-hand': 'information',
  'wrong-citation': 'warning', 'missing-key': 'warning', 'misspelt-name': 'information', 'wrong-date': 'hint', 'hidden-characters': 'information',
};

/** One line on what each code means, for reports. */
export const codeMeanings: Readonly<Record<FindingCode, string>> = {
  misquoted: 'The words of a quote differ from those of its source.',
  'not-found': 'No source has the words of a quote.',
  typographic: 'A quote differs from its source in marks, blanks or capitals only.',
  altered: 'A quote is shortened or amended as ellipses and brackets say.',
  'wrong-speaker': 'The source names another speaker than the draft.',
  'second-hand': 'The source has the words from somebody else than the speaker.',
  'wrong-citation': 'The cited article does not have the words of the quote; another one has.',
  'missing-key': 'A citation key is not in the bibliography.',
  'misspelt-name': 'A name is spelt otherwise than in the sources.',
  'wrong-date': 'Every source dates an event otherwise than the draft.',
  'hidden-characters': 'A quote holds characters that do not show, turn the text around, or look like others.',
};

/** What a check says about a place in the draft. */
export interface Finding extends Span {
  readonly code: FindingCode;
  /** One sentence or two for the writer; plain text, may hold words of articles. */
  readonly message: string;
  /** The quote it is about; null for names and dates. */
  readonly quote: QuoteCheck | null;
  readonly name: MisspeltName | null;
  /** Where the sources stand that the message speaks of. */
  readonly related: readonly RelatedPlace[];
}

/** A place in an article; `range` where lines and characters are known already. */
export interface RelatedPlace {
  readonly article: ArticleRecord;
  readonly span: Span;
  readonly range?: LineRange;
}

/** `Outlet, date`, or what is known of them. */
export function sourceInWords(article: ArticleRecord): string {
  const { label, published } = nameSource(article);
  return published === dateUnknown ? label : `${label}, ${published}`;
}

const LONGEST = 80;

/** Words on one line, in marks, cut when they are many. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}”`;
}

/** What is wrong with one quote. */
export function findingsOf(check: QuoteCheck): Finding[] {
  const { quote } = check, best = check.matches[0];
  const span = { start: quote.start, end: quote.end };
  const related = best ? [{ article: best.article, span: best.comparison.source }] : [];
  const finding = (code: FindingCode, message: string, at: Span = span): Finding => ({ ...at, code, message, quote: check, name: null, related });
  const found: Finding[] = [];
  if (check.status === 'not found') found.push(finding('not-found', 'No source has these words.'));
  if (check.status === 'misquoted' && best) found.push(finding('misquoted', misquote(check, best)));
  if (check.status === 'typographic' && best) found.push(finding('typographic', `The words are those of ${sourceInWords(best.article)}; marks, blanks or capitals differ.`));
  if (check.status === 'altered lawfully' && best) found.push(finding('altered', `Shortened or amended as marked; the words are those of ${sourceInWords(best.article)}.`));
  const hidden = hiddenIn(check.words);
  if (hidden.length > 0) found.push(finding('hidden-characters', `This quote holds ${hidden.join(', and ')}. Readers see other words than are there.`));
  const { speaker, citation } = check;
  if (speaker.named && speaker.said && speaker.quotation) {
    const source = sourceInWords(speaker.quotation.passage.article);
    if (speaker.status === 'disagrees') found.push(finding('wrong-speaker', `${speaker.said.canonical} said this, not ${speaker.named.canonical} (${source}).`, speaker.named));
    if (speaker.status === 'second hand') found.push(finding('second-hand', `${source} has these words from ${speaker.said.canonical}, not from ${speaker.named.canonical} directly.`, speaker.named));
  }
  const mark = citation.citations[0];
  if (citation.status === 'elsewhere' && best && mark) {
    found.push(finding('wrong-citation', `The cited article, ${citation.cited.map(sourceInWords).join('; ')}, does not have these words${check.status === 'misquoted' ? '' : ' so'}: they stand in ${sourceInWords(best.article)}.`, { start: mark.start, end: mark.end }));
  }
  if (citation.status === 'missing key') for (const key of citation.missing) found.push(finding('missing-key', `The bibliography has no entry ${quoted(key.text)}.`, key));
  return found;
}

function misquote({ words, second }: QuoteCheck, { article, comparison }: SourceMatch): string {
  const source = sourceInWords(article), { text } = comparison.reading.source;
  if (second) return `Put together from two articles: ${source}, and ${sourceInWords(second.match.article)}, which has ${quoted(words.slice(second.part.start, second.part.end))}.`;
  if (comparison.assembled) return `Put together from places of ${source} that are not one utterance.`;
  const parts = comparison.differences.slice(0, 3).map(({ kind, quote, source: stands }) => {
    const said = quote ? quoted(words.slice(quote.start, quote.end)) : '', has = stands ? quoted(text.slice(stands.start, stands.end)) : '';
    return kind === 'dropped' ? `${has} is left out` : kind === 'added' ? `${said} is not in the source` : `the source has ${has}, not ${said}`;
  });
  const more = comparison.differences.length - parts.length;
  const line = parts.join('; ') + (more > 0 ? `; and ${more} more` : '');
  return `Misquoted: ${line} (${source}).`;
}

/** A name that no source spells so. */
export function nameFinding(name: MisspeltName): Finding {
  const { start, end, text, right } = name;
  return { start, end, code: 'misspelt-name', message: `No source has ${quoted(text)}; they spell it ${quoted(right)}${right === name.name.canonical ? '' : ` (${name.name.canonical})`}.`, quote: null, name, related: [] };
}

/** A date that every source contradicts. */
export function dateFinding({ date, title, right, sources }: WrongDate): Finding {
  const [first] = sources, more = sources.length - 1;
  const source = first ? `${sourceInWords(first.passage.article)}${more > 0 ? ` and ${more} more` : ''}` : '';
  return {
    start: date.start, end: date.end, code: 'wrong-date', message: `Every source dates “${title}” otherwise: ${dateInWords(right)} (${source}), not ${quoted(date.text)}.`, quote: null, name: null,
    related: sources.map(({ passage }) => ({ article: passage.article, span: passage, range: passage.range })),
  };
}
