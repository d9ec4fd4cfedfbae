import type { ArticleRecord } from '../corpus/store/store';
import type { Finding } from './verification/finding';
import { countsInWords, type DraftReport, type QuoteCheck } from './verification/verifyDraft';
import type { SourceMatch } from './verification/verifyQuote';
import { fileName, nameSource } from './sourceLabel';

/** What an editor or a lawyer asks for before publication, as plain data: every quote of a draft with its source. Text of articles is as it stands there. */
export interface SourceReport {
  /** File name of the draft. */
  readonly draft: string;
  /** `7 quotes · 5 exact · …`. */
  readonly summary: string;
  readonly quotes: readonly ReportedQuote[];
  /** Findings that are about no quote: names. */
  readonly others: readonly { readonly line: number; readonly message: string }[];
}

export interface ReportedQuote {
  /** Line of the draft, from 1. */
  readonly line: number;
  readonly words: string;
  readonly status: string;
  /** As the draft names the speaker, and as the source does; null where it does not. */
  readonly speaker: { readonly draft: string | null; readonly source: string | null };
  readonly findings: readonly string[];
  readonly ignored: boolean;
  readonly source: ReportedSource | null;
  /** Other articles that have the words, in few words. */
  readonly alsoIn: readonly string[];
}

export interface ReportedSource {
  readonly outlet: string;
  readonly headline: string;
  readonly byline: string;
  readonly published: string;
  readonly url: string | null;
  readonly file: string;
  /** The passage with some words around it, on one line each. */
  readonly before: string;
  readonly passage: string;
  readonly after: string;
}

/** Characters shown around a passage, cut at words and at the paragraph's ends. */
const AROUND = 200;

/** Puts a report together from a checked draft. */
export function sourceReport(path: string, text: string, { quotes, findings, counts }: DraftReport): SourceReport {
  const lineOf = (offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length;
  return {
    draft: fileName(path),
    summary: countsInWords(counts),
    quotes: quotes.filter(({ counts: counted }) => counted).map((check) => reported(check, lineOf(check.quote.start), findings)),
    others: findings.filter(({ quote }) => quote === null).map(({ start, message }) => ({ line: lineOf(start), message })),
  };
}

function reported(check: QuoteCheck, line: number, findings: readonly Finding[]): ReportedQuote {
  const [best, ...others] = check.matches;
  return {
    line, words: check.words, status: check.status, ignored: check.ignored,
    speaker: { draft: check.speaker.named?.canonical ?? null, source: check.speaker.said?.canonical ?? null },
    findings: findings.filter(({ quote }) => quote === check).map(({ message }) => message),
    source: best ? sourceOf(best) : null,
    alsoIn: others.map(({ article }) => shortly(article)),
  };
}

function shortly(article: ArticleRecord): string {
  const { label, published } = nameSource(article);
  return `${label}, ${published}`;
}

function sourceOf({ article, comparison, source }: SourceMatch): ReportedSource {
  const { metadata } = article, { headline, published } = nameSource(article), { text } = source.words, { start, end } = comparison.source;
  const before = text.slice(Math.max(0, start - AROUND), start), after = text.slice(end, end + AROUND);
  return {
    outlet: metadata.outlet?.value ?? 'outlet unknown', headline: headline || 'headline unknown', byline: metadata.byline?.value ?? 'byline unknown',
    published, url: metadata.url?.value ?? null, file: fileName(article.path),
    before: (start > AROUND ? before.replace(/^\S*\s/, '') : before).split(/[\r\n]+/).at(-1) ?? '',
    passage: text.slice(start, end).replace(/\s+/g, ' '),
    after: (end + AROUND < text.length ? after.replace(/\s\S*$/, '') : after).split(/[\r\n]+/)[0] ?? '',
  };
}
