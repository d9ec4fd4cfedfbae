import { type Cancellation, neverCancelled } from '../../corpus/ports';
import type { ArticleId, ArticleRecord, CorpusStore, LikelyArticle } from '../../corpus/store/store';
import { turn } from '../../corpus/turns';
import type { Span } from '../../language/types';
import { compareQuote, isWeak, runsOf, type Comparison, type QuoteStatus } from './compare';
import { align, numberWords } from './align';
import { ASSEMBLED, PHRASE, wordsUnchanged } from './enough';
import { lackedItems, leastDistance, mayStand } from './lacking';
import { mayHave, mayHaveAll } from './mayHave';
import { isTelling, readQuote, type QuotePattern } from './pattern';
import { hasPhrases } from './stretches';
import { quotationAt, Sources, type Source } from './sources';
import { withUtterances } from './utterance';

/** A quote found in one article. */
export interface SourceMatch {
  readonly article: ArticleRecord;
  readonly comparison: Comparison;
  readonly source: Source;
}

/** What the corpus says of a quote. */
export interface QuoteVerdict {
  readonly status: QuoteStatus;
  /** Best first: by status, then the cited articles, then the earliest published. Empty when it is not found. */
  readonly matches: readonly SourceMatch[];
  /** The other article that a part of a misquote was taken from, and which part (offsets of the quote's words). */
  readonly second: { readonly match: SourceMatch; readonly part: Span } | null;
}

export interface VerifyQuoteOptions {
  /** Articles that the draft cites beside the quote. */
  readonly cited?: readonly ArticleId[];
  /** Looks for articles that have the words otherwise, too, although some have them; takes several times as long. */
  readonly variants?: boolean;
}

/** Articles that are looked at for one quote, and those kept as variants. */
const CANDIDATES = 24, VARIANTS = 8;
/** An article that holds less of the rare words cannot have the quote. */
const LEAST_SHARE = 0.3;
/** Nor can one that holds so much less of them than the likeliest. */
const SHARE_OF_BEST = 0.5;
/** Articles that hold so much less of the rare words than one that has the quote are no better. */
const SHARE_STEP = 0.12;
/** Comparisons kept between changes of the corpus. */
const REMEMBERED = 2_000;
/** Milliseconds for which a quote that stands in a source is not looked for in other sources, too, although the corpus changes. */
export const STANDS_FOR = 15_000;

const ranks: Readonly<Record<QuoteStatus, number>> = { exact: 0, typographic: 1, 'altered lawfully': 2, misquoted: 3, 'not found': 4 };

type Unordered = Pick<QuoteVerdict, 'matches' | 'second'>;

/** What was found, in which state of the corpus and when (`performance.now`). */
interface Known { readonly state: number; readonly at: number; readonly found: Unordered }

/** Finds quotes in a corpus. Keeps the articles it has read and what it has found, until the corpus changes. */
export class QuoteFinder {
  #changes = 0;
  readonly #sources: Sources;
  readonly #known = new Map<string, Known>();
  #leaned = false;
  readonly #unsubscribe: () => void;

  constructor(private readonly store: CorpusStore) {
    this.#sources = new Sources(store, () => this.#changes);
    this.#unsubscribe = store.onDidChange(() => this.#changes++);
  }

  /** Goes up with each change of the corpus. */
  get state(): number {
    return this.#changes;
  }

  /** Whether an answer since the last call rested on an earlier state of the corpus: then it is to be asked for again after {@link STANDS_FOR}. */
  leaned(): boolean {
    const leaned = this.#leaned;
    this.#leaned = false;
    return leaned;
  }

  dispose(): void {
    this.#unsubscribe();
    this.#known.clear();
  }

  /**
   * Looks a quote up. `not found` without matches when it stands nowhere, or when the token was cancelled.
   * @param words of the quote, without marks
   */
  async verify(words: string, { cited = [], variants = false }: VerifyQuoteOptions = {}, token: Cancellation = neverCancelled): Promise<QuoteVerdict> {
    const key = `${cited.join(' ')}\n${variants}\n${words}`, known = this.#known.get(key);
    if (known?.state === this.#changes) return ordered(known.found, cited);
    if (known && !variants && (await this.#stands(known))) {
      this.#leaned = true;
      return ordered(known.found, cited);
    }
    const state = this.#changes;
    const pattern = readQuote(words);
    const sure = variants ? undefined : await this.#find(pattern, { cited }, true, token);
    const found = sure && haveSource(sure.matches) ? sure : await this.#find(pattern, { cited, variants }, false, token);
    if (token.isCancellationRequested) return { status: 'not found', matches: [], second: null };
    if (state === this.#changes) {
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(key, { state, at: performance.now(), found });
    }
    return ordered(found, cited);
  }

  /** While articles keep coming, a long draft could not be checked to its end: words that have a source keep it for a while, as long as the articles are there (an id stands for one text). */
  async #stands({ at, found: { matches } }: Known): Promise<boolean> {
    if (performance.now() - at > STANDS_FOR || !haveSource(matches)) return false;
    for (const { article } of matches) if (!(await this.store.article(article.id))) return false;
    return true;
  }

  /** @param surely only in articles that hold all of the rarest words: every one that has just these words is among them */
  async #find(pattern: QuotePattern, { cited = [], variants = false }: VerifyQuoteOptions, surely: boolean, token: Cancellation): Promise<Unordered> {
    const matches: SourceMatch[] = [], read: Source[] = [], looked = new Set<ArticleId>();
    if (pattern.words === 0) return { matches, second: null };
    // Whether an article that has just these words would have been found before: of fewer words, `holding` finds none.
    const mayRest = !pattern.noted && pattern.numbers.of.size >= ASSEMBLED;
    let enough = 0, nearest = Infinity, quoted = false;
    for (const which of surely ? ['holding'] as const : variants ? ['any'] as const : ['quoting', 'any'] as const) {
      // Whoever only asks where the words are from has no use for an article's own words where another quotes somebody with nearly the same.
      if (quoted || matches.length >= VARIANTS) break;
      const likely = await this.store.likelyArticles(lookedUp(pattern), CANDIDATES, which);
      if (surely && likely.length === 0) break;
      const candidates = candidatesOf(pattern, likely, cited).filter(({ article }) => !looked.has(article)), texts = this.#sources.inOrder(candidates.map(({ article }) => article));
      for (const { article, share, distance } of candidates) {
        await turn();
        if (token.isCancellationRequested) return { matches, second: null };
        if (matches.length >= VARIANTS) break;
        looked.add(article);
        // Nor has it any for one that cannot have them as nearly.
        if (share < enough || (!variants && distance > nearest)) continue;
        const source = await this.#sources.get(article, (text) => (surely ? mayHaveAll : mayHave)(pattern, text), texts);
        if (!source) continue;
        read.push(source);
        const rough = compareQuote(pattern, source.words);
        if (!rough) continue;
        const comparison = await withUtterances(pattern, source, rough);
        if (isWeak(comparison) && !await isQuotation(source, comparison)) continue;
        matches.push({ article: source.article, comparison, source });
        if (comparison.status === 'misquoted') nearest = Math.min(nearest, distanceOf(comparison));
        else if (!cited.includes(article)) enough = Math.max(enough, share - SHARE_STEP);
      }
      quoted = mayRest && matches.some(isNear) && !haveSource(matches);
    }
    if (matches.length > 0 && !haveSource(matches)) return { matches, second: await this.#rest(pattern, matches, token) };
    if (matches.length === 0 && pattern.words >= ASSEMBLED && !surely) return this.#pieces(pattern, read, token);
    return { matches, second: null };
  }

  /** A part of a misquote that stands word for word in another article. */
  async #rest(pattern: QuotePattern, matches: readonly SourceMatch[], token: Cancellation): Promise<QuoteVerdict['second']> {
    const best = ordered({ matches, second: null }, []).matches[0]!;
    const lost = lostPart(best.comparison);
    return lost ? this.#whole(pattern, lost, best.article.id, token) : null;
  }

  /** A quote that is the end of one source and the beginning of another. */
  async #pieces(pattern: QuotePattern, read: readonly Source[], token: Cancellation): Promise<Unordered> {
    for (const source of read.slice(0, 6)) {
      const { items } = pattern, numbers = numberWords(items, source.words);
      if (!pattern.noted && !hasPhrases(items, numbers, 1)) continue;
      const run = runsOf(align(items, source.words, { numbers }).steps, items).filter(({ words, telling }) => words >= PHRASE.words && telling >= PHRASE.telling).sort((a, b) => b.words - a.words)[0];
      if (!run) continue;
      const part = run.from <= 1 ? { from: run.to, to: items.length } : run.to >= items.length - 1 ? { from: 0, to: run.from } : undefined;
      const first = part && phrase(pattern, part.from, part.to);
      const own = compareQuote(pattern.text.slice(items[run.from]!.start, items[run.to - 1]!.end), source.words);
      const second = first && own && await this.#whole(pattern, first, source.article.id, token);
      if (!second) continue;
      return { matches: [{ article: source.article, comparison: { ...own, status: 'misquoted', assembled: true }, source }], second };
    }
    return { matches: [], second: null };
  }

  async #whole(pattern: QuotePattern, part: Span, other: ArticleId, token: Cancellation): Promise<QuoteVerdict['second']> {
    const piece = readQuote(pattern.text.slice(part.start, part.end));
    for (const { article, share } of await this.store.likelyArticles(piece.text, 8)) {
      if (token.isCancellationRequested) return null;
      if (article === other || share < 0.9) continue;
      const source = await this.#sources.get(article);
      const comparison = source && compareQuote(piece, source.words);
      if (source && comparison && comparison.edits === 0 && comparison.reading.alignment.moves === 0) return { match: { article: source.article, comparison, source }, part };
    }
    return null;
  }
}

/** An article that is to be looked at. */
interface Candidate {
  readonly article: ArticleId;
  readonly share: number;
  /** The least that the quote's distance from it can be ({@link distanceOf}). */
  readonly distance: number;
}

/** Those that may have a quote: the cited ones, then those with a quotation of nearly its words, then the others, the likeliest first. */
function candidatesOf(pattern: QuotePattern, likely: readonly LikelyArticle[], cited: readonly ArticleId[]): Candidate[] {
  const least = Math.max(LEAST_SHARE, SHARE_OF_BEST * (likely[0]?.share ?? 0)), quoting: Candidate[] = [], others: Candidate[] = [];
  for (const { article, share, quotes = false, lacks } of likely) {
    if (cited.includes(article) || (!quotes && share < least)) continue;
    const lacked = lackedItems(pattern, lacks);
    if (lacked && !mayStand(pattern, lacked)) continue;
    (quotes ? quoting : others).push({ article, share, distance: lacked ? leastDistance(pattern, lacked) : -Infinity });
  }
  return [...cited.map((article) => ({ article, share: 1, distance: -Infinity })), ...quoting, ...others];
}

/** Whether the place of a comparison is most of a quotation of its source. */
async function isQuotation(source: Source, { source: span }: Comparison): Promise<boolean> {
  const quotation = quotationAt((await source.spoken()).quotations, span);
  return quotation !== undefined && (span.end - span.start) * 5 >= (quotation.passage.end - quotation.passage.start) * 3;
}

/** What is looked up of a quote: the speaker's words; not what the writer put in brackets. */
function lookedUp({ items, text, noted }: QuotePattern): string {
  return noted ? items.flatMap((item) => (item.kind === 'word' && !item.bracketed ? [text.slice(item.start, item.end)] : [])).join(' ') || text : text;
}

/** The longest stretch of a misquote that its source does not have, if it is a phrase. */
function lostPart({ reading: { items, alignment }, words }: Comparison): Span | undefined {
  let best: readonly [number, number] | undefined, from = -1;
  const lost = new Set(alignment.steps.flatMap((step) => (step.op === 'added' || step.op === 'changed' ? [step.item] : [])));
  for (let i = 0; i <= items.length; i++) {
    if (i < items.length && lost.has(i)) { if (from < 0) from = i; continue; }
    if (from >= 0 && (!best || i - from > best[1] - best[0])) best = [from, i];
    from = -1;
  }
  if (!best || words < 8) return undefined;
  const [start, end] = best;
  return end - start >= 4 && items.slice(start, end).filter(isTelling).length >= 2 ? { start: items[start]!.start, end: items[end - 1]!.end } : undefined;
}

function phrase({ items }: QuotePattern, from: number, to: number): Span | undefined {
  const part = items.slice(from, to);
  return part.length >= 4 && part.filter(isTelling).length >= 2 ? { start: part[0]!.start, end: part.at(-1)!.end } : undefined;
}

function ordered({ matches, second }: Unordered, cited: readonly ArticleId[]): QuoteVerdict {
  const rank = ({ article, comparison }: SourceMatch): readonly (number | string)[] => [
    ranks[comparison.status], comparison.status === 'misquoted' ? distanceOf(comparison) : 0,
    cited.includes(article.id) ? 0 : 1, article.metadata.published?.value ?? '9', article.path, article.ordinal,
  ];
  const sorted = matches.map((match) => ({ match, rank: rank(match) })).sort((a, b) => compareRanks(a.rank, b.rank)).map(({ match }) => match);
  return { status: sorted[0]?.comparison.status ?? 'not found', matches: sorted, second };
}

/** Whether one of the matches is no misquote. */
function haveSource(matches: readonly SourceMatch[]): boolean {
  return matches.some(({ comparison }) => comparison.status !== 'misquoted');
}

/** Whether a quote is its source's but for a few words. */
function isNear({ comparison: { edits, words, reading: { alignment } } }: SourceMatch): boolean {
  return alignment.moves === 0 && edits > 0 && edits <= wordsUnchanged(words).altered;
}

/** How far a misquote is from its source: words altered, less those that are the same. */
function distanceOf({ edits, same, reading: { alignment } }: Comparison): number {
  return edits + 3 * alignment.moves - same;
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return 0;
}

/** Looks one quote up in a corpus; for many, keep a {@link QuoteFinder}. */
export async function verifyQuote(store: CorpusStore, words: string, options: VerifyQuoteOptions = {}, token: Cancellation = neverCancelled): Promise<QuoteVerdict> {
  const finder = new QuoteFinder(store);
  try {
    return await finder.verify(words, options, token);
  } finally {
    finder.dispose();
  }
}
