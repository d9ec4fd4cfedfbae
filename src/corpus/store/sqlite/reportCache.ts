import type { EventMention } from '../../../language/types';
import { FormUse } from '../../linking';
import type { StoredEventMention } from '../../merging';
import { factsOf, type ArticleFacts, type Facts } from '../../merging/facts';
import type { Sketch } from '../../merging/sketch';
import { ArticleData, wordsOfContext } from './articleData';
import { atTime, dayOfAppearance, filingsOf, storyKeys, unpackFilings, type Filing } from './filings';
import type { NearReports } from './nearReports';
import { participantsOf, type PreparedArticle } from './prepare';
import { reportId } from './reportIds';
import { Sketches } from './sketches';

/** Articles kept ready between transactions; some kilobytes each, more where their reports have been compared. */
const MOST_KEPT = 400;
/** Articles within a transaction from which on those are let go of that were only read: articles that may be of any time are compared with thirty each. */
const MOST_WITHIN = 4_000;

/** What is kept of an article that is being taken in: all that was worked out without the index. */
export type FreshArticle = Pick<PreparedArticle, 'data' | 'published' | 'appeared' | 'context' | 'story' | 'reports'>;
/** The same with what it looks like, which is kept elsewhere. */
export type GivenArticle = FreshArticle & Pick<PreparedArticle, 'sketch'>;

/** An article as merging sees it; what has to be read or worked out is when it is asked for. */
export class ReportArticle {
  readonly #reports: Report[] = [];
  #opened: ArticleData | undefined;
  #mentions: readonly EventMention[] | undefined;
  #facts: ArticleFacts | undefined;
  #context: readonly string[] | undefined;
  #story: readonly Filing[] | undefined;

  /**
   * @param names ids in the corpus of its names
   * @param count reports that are kept of it
   * @param data as its row has them
   * @param near which reports are near its own
   */
  constructor(
    readonly id: number, readonly path: string, readonly ordinal: number, readonly names: readonly number[], readonly count: number, readonly published: string | undefined,
    private readonly data: Uint8Array, readonly near: NearReports, readonly fresh?: FreshArticle,
  ) {}

  get context(): readonly string[] {
    return this.#context ??= this.fresh ? wordsOfContext(this.fresh.context) : this.#open().context;
  }

  get facts(): ArticleFacts {
    return this.#facts ??= { context: new Set(this.context), likeness: new Map() };
  }

  /** Where it is filed so that others that tell its story find it. */
  get story(): readonly Filing[] {
    if (this.#story) return this.#story;
    const keys = this.fresh ? this.fresh.story : this.count === 0 ? [] : storyKeys(this.context), day = this.fresh?.appeared ?? dayOfAppearance(this.published);
    return this.#story = keys.map((key) => atTime(key, day));
  }

  /** Forms of its names other than the full ones, by the index that participants have. */
  aliases(): (name: number) => readonly string[] {
    const { names } = this.#open();
    return (name) => names[name]?.forms.flatMap(({ use, text }) => (use === FormUse.alias ? [text] : [])) ?? [];
  }

  /** Lets go of the articles it was compared with. */
  release(): void {
    this.#facts?.likeness.clear();
  }

  mention(index: number): EventMention {
    this.#mentions ??= this.#open().reports();
    return this.#mentions[index]!;
  }

  report(index: number): Report {
    return this.#reports[index] ??= new Report(this, index);
  }

  #open(): ArticleData {
    return this.#opened ??= new ArticleData(this.data);
  }
}

/** A report with what comparing needs. */
export class Report {
  readonly id: number;
  #facts: Facts | undefined;
  #filings: readonly Filing[] | undefined;

  constructor(readonly article: ReportArticle, readonly index: number) {
    this.id = reportId(article.id, index);
  }

  get facts(): Facts {
    if (this.#facts) return this.#facts;
    const { article, index } = this, { path, ordinal, published, context } = article;
    const stored: StoredEventMention = { ...article.mention(index), articleId: `${path}#${ordinal}`, index, context, ...(published === undefined ? {} : { published }) };
    return this.#facts = factsOf(stored, article.facts);
  }

  /** Lemma of what happens. */
  get lemma(): string {
    return this.article.fresh?.reports[this.index]!.lemma ?? this.article.mention(this.index).lemma;
  }

  get filings(): readonly Filing[] {
    const fresh = this.article.fresh?.reports[this.index];
    return this.#filings ??= fresh ? unpackFilings(fresh.filings) : filingsOf(this.facts);
  }

  /** Ids in the corpus of those who take part. */
  get names(): readonly number[] {
    const { fresh, names } = this.article;
    const indices = fresh ? fresh.reports[this.index]!.names : participantsOf(this.article.mention(this.index)).flatMap(({ name }) => name ?? []);
    return [...new Set(indices.flatMap((index) => names[index] ?? []))];
  }

  /** Whether it is only mentioned in passing. */
  get passing(): boolean {
    const { fresh } = this.article;
    return fresh ? fresh.reports[this.index]!.event === null : this.article.mention(this.index).salience === 'minor';
  }
}

/** Articles with their reports, kept ready for comparison between transactions; of more articles what they look like. */
export class ReportCache {
  readonly #articles = new Map<number, ReportArticle>();
  readonly #sketches = new Sketches();
  #state = '';
  #room = MOST_WITHIN;

  /**
   * Drops everything when the index is not the one that the last transaction left: it has been emptied, or another window has written.
   * @param state differs after every transaction
   */
  begin(state: string): void {
    if (state !== this.#state) {
      this.#articles.clear();
      this.#sketches.clear();
    }
    // Until the transaction is committed, what is kept may be undone.
    this.#state = '';
    this.#room = MOST_WITHIN;
  }

  /** The state in which a transaction leaves the index. Only the articles that came last are kept. */
  end(state: string): void {
    this.#state = state;
    for (const [id, article] of this.#articles) {
      if (this.#articles.size <= MOST_KEPT) return;
      article.release();
      this.#articles.delete(id);
    }
  }

  /** To be called within a transaction while nobody holds an article: lets go of those that were only read, where they are many. */
  makeRoom(): void {
    if (this.#articles.size <= this.#room) return;
    for (const [id, article] of this.#articles) {
      article.release();
      if (!article.fresh && !article.near.changed) this.#articles.delete(id);
    }
    // What is left has to stay: it is gone through again only when as much has come.
    this.#room = Math.max(MOST_WITHIN, 2 * this.#articles.size);
  }

  /** Articles that are kept now. */
  get articles(): Iterable<ReportArticle> {
    return this.#articles.values();
  }

  get(id: number): ReportArticle | undefined {
    return this.#articles.get(id);
  }

  set(article: ReportArticle): void {
    this.#articles.set(article.id, article);
  }

  sketch(id: number): Sketch | undefined {
    return this.#sketches.get(id);
  }

  setSketch(id: number, sketch: Sketch): void {
    this.#sketches.set(id, sketch);
  }

  delete(id: number): void {
    this.#sketches.delete(id);
    this.#articles.delete(id);
  }
}
