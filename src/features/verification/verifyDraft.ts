import { type Cancellation, neverCancelled } from '../../corpus/ports';
import type { ArticleId, CorpusStore } from '../../corpus/store/store';
import { turn } from '../../corpus/turns';
import { citationsBeside } from '../../draft/citations';
import { OBJECT, plainOf } from '../../draft/plain';
import { quotesOf, type DraftQuote } from '../../draft/quotes';
import { sentenceAt } from '../../draft/sentences';
import type { DraftText } from '../../draft/text';
import { citedBy, judgeCitation, type CitationCheck, type DraftReferences } from './citation';
import type { QuoteStatus } from './compare';
import { dateFinding, findingsOf, nameFinding, type Finding } from './finding';
import { ignoredIn, quoteIgnorer } from './ignore';
import { Memo } from './memo';
import { defaultMinimumWords, ignoreNothing, type IgnoreSettings } from './options';
import { Paragraphs } from './paragraph';
import { quoteTextOf } from './quoteText';
import { checkSpeaker, noSpeaker, type SpeakerCheck } from './speaker';
import { misspeltNames, NameWords } from './spelling';
import { QuoteFinder, type QuoteVerdict } from './verifyQuote';
import { english, type Say } from '../say';
import { wordsOf } from './words';
import { wrongDates } from './wrongDate';

export interface VerifyDraftOptions {
  /** Quotes of fewer words draw no finding when no source has them; 4 unless told. */
  readonly minimumWords?: number;
  /** What the draft's keys and links lead to; without it citations by key are not checked. */
  readonly references?: DraftReferences;
  /** What the settings silence by name. */
  readonly ignore?: IgnoreSettings;
  /** The settings silence this draft as a whole. */
  readonly ignored?: boolean;
}

/** A quote of the draft and what the corpus says of it. */
export interface QuoteCheck extends QuoteVerdict {
  readonly quote: DraftQuote;
  /** Its words without markup, on one line; offsets of differences count in them. */
  readonly words: string;
  /** `not found` for quotes that were not looked up: short ones, titles and quotes without a closing mark count only when they are found. */
  readonly status: QuoteStatus;
  /** Whether it counts in the summary. */
  readonly counts: boolean;
  readonly speaker: SpeakerCheck;
  readonly citation: CitationCheck;
  /** Silenced by a comment or a setting. */
  readonly ignored: boolean;
}

export interface DraftReport {
  /** Every quote, in order. */
  readonly quotes: readonly QuoteCheck[];
  /** In order of their places; those silenced by comments and settings left out. */
  readonly findings: readonly Finding[];
  readonly counts: DraftCounts;
}

export interface DraftCounts {
  readonly quotes: number;
  readonly byStatus: Readonly<Record<QuoteStatus, number>>;
  /** Articles that the quotes rest on. */
  readonly sources: number;
  /** Findings silenced by comments and settings. */
  readonly ignored: number;
}

/** Checks drafts against a corpus. Keeps what it has found, so that a keystroke checks again only what it changed; one for each store. */
export class DraftVerifier {
  readonly finder: QuoteFinder;
  /** Answers of the corpus, kept until it changes. */
  readonly memo: Memo;
  /** What paragraphs of drafts say; kept by their words. */
  readonly paragraphs = new Paragraphs();
  readonly #nameWords = new NameWords();

  constructor(private readonly store: CorpusStore) {
    this.finder = new QuoteFinder(store);
    this.memo = new Memo(() => this.finder.state);
  }

  dispose(): void {
    this.finder.dispose();
  }

  /** Undefined when the token was cancelled. */
  async verify(draft: DraftText, options: VerifyDraftOptions = {}, token: Cancellation = neverCancelled): Promise<DraftReport | undefined> {
    const checks: QuoteCheck[] = [];
    for (const scan of draft.scans()) {
      await turn();
      if (token.isCancellationRequested) return undefined;
      scan();
    }
    const ignored = options.ignored ? [{ start: 0, end: draft.text.length }] : ignoredIn(draft, options.ignore);
    const isIgnored = (at: number): boolean => ignored.some(({ start, end }) => start <= at && at < end), isSilenced = quoteIgnorer(options.ignore ?? ignoreNothing);
    const quotes = quotesOf(draft);
    for (const [i, quote] of quotes.entries()) {
      const next = quotes[i + 1];
      await turn();
      if (token.isCancellationRequested) return undefined;
      const check = await this.#check(draft, quote, next?.block === quote.block ? next.outerStart : undefined, options, token);
      checks.push({ ...check, ignored: isIgnored(quote.start) || isSilenced(check.words) });
    }
    const names = await misspeltNames(this.store, this.memo, this.#nameWords, draft), dates = token.isCancellationRequested ? [] : await wrongDates(this.store, this.memo, this.paragraphs, draft);
    if (token.isCancellationRequested) return undefined;
    const all = [...checks.filter(({ counts }) => counts).flatMap(findingsOf), ...names.map(nameFinding), ...dates.map(dateFinding)].sort((a, b) => a.start - b.start || a.end - b.end);
    const silenced = new Set(all.filter(({ quote, start }) => quote?.ignored ?? isIgnored(start)));
    return { quotes: checks, findings: all.filter((finding) => !silenced.has(finding)), counts: countsOf(checks, silenced.size) };
  }

  async #check(draft: DraftText, quote: DraftQuote, next: number | undefined, options: VerifyDraftOptions, token: Cancellation): Promise<Omit<QuoteCheck, 'ignored'>> {
    const words = quoteTextOf(draft, quote).text;
    const minimum = options.minimumWords ?? defaultMinimumWords, long = wordsOf(words).count >= minimum;
    const citations = citationsBeside(draft, quote, next);
    const cited = await citedBy(this.store, this.memo, citations, options.references);
    const base = { quote, words };
    const verdict = quote.closed ? await this.finder.verify(words, { cited: cited.cited.map(({ id }) => id) }, token) : nothing;
    if (token.isCancellationRequested || verdict.status === 'not found') {
      return { ...base, ...nothing, counts: quote.closed && long && !isTitle(words), speaker: noSpeaker, citation: cited };
    }
    const named = this.paragraphs.speakerOf(draft, quote.block, quote);
    const speaker = await checkSpeaker(this.store, this.memo, named, () => sentenceAround(draft, quote), verdict.matches, long);
    return { ...base, ...verdict, counts: true, speaker, citation: long ? judgeCitation(draft, cited, verdict.matches) : cited };
  }
}

/** The sentence or sentences of a quote without the quote. */
function sentenceAround(draft: DraftText, quote: DraftQuote): string {
  const first = sentenceAt(draft, quote.outerStart), last = sentenceAt(draft, quote.outerEnd);
  const text = (start: number, end: number): string => (end > start ? plainOf(draft.text, quote.block, { start, end }).text.replaceAll(OBJECT, ' ') : '');
  return `${text(first?.start ?? quote.outerStart, quote.outerStart)} ${text(quote.outerEnd, last?.end ?? quote.outerEnd)}`;
}

const nothing: QuoteVerdict = { status: 'not found', matches: [], second: null };

/** Whether all words but small ones have capitals: the name of a work, which nobody said. */
function isTitle(words: string): boolean {
  const telling = words.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && word.length > 3);
  return telling.length > 0 && telling.every((word) => /^\p{Lu}/u.test(word)) && !/[.?!,;]$/.test(words);
}

function countsOf(checks: readonly QuoteCheck[], ignored: number): DraftCounts {
  const byStatus: Record<QuoteStatus, number> = { exact: 0, typographic: 0, 'altered lawfully': 0, misquoted: 0, 'not found': 0 };
  const counted = checks.filter(({ counts }) => counts), sources = new Set<ArticleId>();
  for (const { status, matches } of counted) {
    byStatus[status]++;
    if (matches[0]) sources.add(matches[0].article.id);
  }
  return { quotes: counted.length, byStatus, sources: sources.size, ignored };
}

/** `7 quotes · 5 exact · 1 altered lawfully · 1 misquoted · 4 sources`. */
export function countsInWords({ quotes, byStatus, sources, ignored }: DraftCounts, say: Say = english): string {
  const statuses = (Object.entries(byStatus) as [QuoteStatus, number][]).filter(([, n]) => n > 0).map(([status, n]) => countedStatus(status, n, say));
  return [quotes === 1 ? say('1 quote') : say('{0} quotes', quotes), ...statuses, sources === 1 ? say('1 source') : say('{0} sources', sources), ...(ignored > 0 ? [say('{0} ignored', ignored)] : [])].join(' · ');
}

function countedStatus(status: QuoteStatus, n: number, say: Say): string {
  switch (status) {
    case 'exact': return say('{0} exact', n);
    case 'typographic': return say('{0} typographic', n);
    case 'altered lawfully': return say('{0} altered lawfully', n);
    case 'misquoted': return say('{0} misquoted', n);
    case 'not found': return say('{0} not found', n);
  }
}

/** Checks one draft; for a draft that is being typed, keep a {@link DraftVerifier}. Undefined when the token was cancelled. */
export async function verifyDraft(store: CorpusStore, draft: DraftText, options: VerifyDraftOptions = {}, token: Cancellation = neverCancelled): Promise<DraftReport | undefined> {
  const verifier = new DraftVerifier(store);
  try {
    return await verifier.verify(draft, options, token);
  } finally {
    verifier.dispose();
  }
}
