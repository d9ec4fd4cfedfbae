import type { ArticleRecord, LineRange } from '../../corpus/store/store';
import type { Span } from '../../language/types';
import { dateInWords } from '../dateWords';
import { english, type Say } from '../say';
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
  /** One sentence or two in English; plain text, may hold words of articles. */
  readonly message: string;
  /** The same in the writer's language. */
  readonly said: Saying;
  /** The quote it is about; null for names and dates. */
  readonly quote: QuoteCheck | null;
  readonly name: MisspeltName | null;
  /** Where the sources stand that the message speaks of. */
  readonly related: readonly RelatedPlace[];
}

type Saying = (say: Say) => string;

const inBoth = (said: Saying): Pick<Finding, 'message' | 'said'> => ({ message: said(english), said });

/** A place in an article; `range` where lines and characters are known already. */
export interface RelatedPlace {
  readonly article: ArticleRecord;
  readonly span: Span;
  readonly range?: LineRange;
}

/** `Outlet, date`, or what is known of them. */
export function sourceInWords(article: ArticleRecord, say: Say = english): string {
  const { label, published } = nameSource(article, say);
  return article.metadata.published ? `${label}, ${published}` : label;
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
  const finding = (code: FindingCode, said: Saying, at: Span = span): Finding => ({ ...at, code, ...inBoth(said), quote: check, name: null, related });
  const found: Finding[] = [];
  if (check.status === 'not found') found.push(finding('not-found', (say) => say('No source has these words.')));
  if (check.status === 'misquoted' && best) found.push(finding('misquoted', (say) => misquote(check, best, say)));
  if (check.status === 'typographic' && best) found.push(finding('typographic', (say) => say('The words are those of {0}; marks, blanks or capitals differ.', sourceInWords(best.article, say))));
  if (check.status === 'altered lawfully' && best) found.push(finding('altered', (say) => say('Shortened or amended as marked; the words are those of {0}.', sourceInWords(best.article, say))));
  if (hiddenIn(check.words).length > 0) found.push(finding('hidden-characters', (say) => say('This quote holds {0}. Readers see other words than are there.', hiddenIn(check.words, say).reduce((one, other) => say('{0}, and {1}', one, other)))));
  const { speaker, citation } = check;
  if (speaker.named && speaker.said && speaker.quotation) {
    const { named, said } = speaker, { article } = speaker.quotation.passage;
    if (speaker.status === 'disagrees') found.push(finding('wrong-speaker', (say) => say('{0} said this, not {1} ({2}).', said.canonical, named.canonical, sourceInWords(article, say)), named));
    if (speaker.status === 'second hand') found.push(finding('second-hand', (say) => say('{0} has these words from {1}, not from {2} directly.', sourceInWords(article, say), said.canonical, named.canonical), named));
  }
  const mark = citation.citations[0];
  if (citation.status === 'elsewhere' && best && mark) {
    const cited = (say: Say): string => citation.cited.map((article) => sourceInWords(article, say)).join('; ');
    found.push(finding('wrong-citation', (say) => (check.status === 'misquoted'
      ? say('The cited article, {0}, does not have these words: they stand in {1}.', cited(say), sourceInWords(best.article, say))
      : say('The cited article, {0}, does not have these words so: they stand in {1}.', cited(say), sourceInWords(best.article, say))), { start: mark.start, end: mark.end }));
  }
  if (citation.status === 'missing key') for (const key of citation.missing) found.push(finding('missing-key', (say) => say('The bibliography has no entry {0}.', quoted(key.text)), key));
  return found;
}

function misquote({ words, second }: QuoteCheck, { article, comparison }: SourceMatch, say: Say): string {
  const source = sourceInWords(article, say), { text } = comparison.reading.source;
  if (second) return say('Put together from two articles: {0}, and {1}, which has {2}.', source, sourceInWords(second.match.article, say), quoted(words.slice(second.part.start, second.part.end)));
  if (comparison.assembled) return say('Put together from places of {0} that are not one utterance.', source);
  const parts = comparison.differences.slice(0, 3).map(({ kind, quote, source: stands }) => {
    const said = quote ? quoted(words.slice(quote.start, quote.end)) : '', has = stands ? quoted(text.slice(stands.start, stands.end)) : '';
    return kind === 'dropped' ? say('{0} is left out', has) : kind === 'added' ? say('{0} is not in the source', said) : say('the source has {0}, not {1}', has, said);
  });
  const more = comparison.differences.length - parts.length;
  const line = parts.join('; ');
  return say('Misquoted: {0} ({1}).', more > 0 ? say('{0}; and {1} more', line, more) : line, source);
}

/** A name that no source spells so. */
export function nameFinding(name: MisspeltName): Finding {
  const { start, end, text, right } = name;
  return { start, end, code: 'misspelt-name', ...inBoth((say) => say('No source has {0}; they spell it {1}.', quoted(text), `${quoted(right)}${right === name.name.canonical ? '' : ` (${name.name.canonical})`}`)), quote: null, name, related: [] };
}

/** A date that every source contradicts. */
export function dateFinding({ date, title, right, sources }: WrongDate): Finding {
  const [first] = sources, more = sources.length - 1;
  const source = (say: Say): string => {
    const words = first ? sourceInWords(first.passage.article, say) : '';
    return more > 0 ? say('{0} and {1} more', words, more) : words;
  };
  return {
    start: date.start, end: date.end, code: 'wrong-date', ...inBoth((say) => say('Every source dates “{0}” otherwise: {1} ({2}), not {3}.', title, dateInWords(right, say), source(say), quoted(date.text))), quote: null, name: null,
    related: sources.map(({ passage }) => ({ article: passage.article, span: passage, range: passage.range })),
  };
}
