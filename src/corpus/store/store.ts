import type { Metadata, NoiseSpan, Problem } from '../../article/article';
import type { Analysis, EventDate, EventType, Modality, NameKind, Span } from '../../language/types';

/** Identifies an article as long as it stands in the index. */
export type ArticleId = number;
/** Identifies a name of the corpus (across articles). Stable while at least one article carries it. */
export type NameId = number;
/** Identifies a merged event: a hash of what it is made of. */
export type EventId = string;

/** The state of a corpus file when it was indexed. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, fractions kept. */
  readonly mtimeMs: number;
  /** Hash of the bytes, hexadecimal; with a mark behind it where the writer's corrections went into the analysis. */
  readonly hash: string;
}

/** One file of the corpus with all it gave; what `replace` takes. */
export interface IndexedFile {
  /** Absolute path. */
  readonly path: string;
  readonly stamp: FileStamp;
  readonly articles: readonly AnalysedArticle[];
  readonly problems: readonly Problem[];
  /** True when the text of the articles is the file's own, decoded, and need not be kept. */
  readonly textIsFile: boolean;
}

/**
 * A file as an analysis thread hands it to the store: all that can be worked out without the index is worked out. What the store makes of it
 * is the store's own business (`prepareFile` of the engine).
 */
export interface PreparedFile {
  /** Absolute path. */
  readonly path: string;
  readonly stamp: FileStamp;
  readonly problems: readonly Problem[];
  /** Bytes of text, two a code unit. */
  readonly size: number;
  readonly prepared: unknown;
}

/** An article and what the language part says of it. */
export interface AnalysedArticle {
  readonly text: string;
  readonly metadata: Metadata;
  readonly noise: readonly NoiseSpan[];
  readonly analysis: Analysis;
}

/** An article as the index knows it. */
export interface ArticleRecord {
  readonly id: ArticleId;
  readonly path: string;
  /** Position in a file that holds several articles, from 0. */
  readonly ordinal: number;
  readonly metadata: Metadata;
  /** First words of the text, see `openingOf`: they stand in for a headline that is not stated. Empty where one is, or where there are none. */
  readonly opening: string;
  /** Words of the text, noise left out. */
  readonly words: number;
}

/** A stretch of an article, with the article. */
export interface Passage extends Span {
  readonly article: ArticleRecord;
  /** Exactly the characters at `[start, end)`. */
  readonly text: string;
  /** Line and character of both ends, from 0, as an editor counts them (line ends: LF, CRLF, CR). */
  readonly range: LineRange;
}

/** Line and character from 0; characters are UTF-16 code units. */
export interface LinePosition { readonly line: number; readonly character: number }
export interface LineRange { readonly start: LinePosition; readonly end: LinePosition }

/** A name of the corpus. */
export interface NameRecord {
  readonly id: NameId;
  readonly canonical: string;
  readonly kind: NameKind;
  readonly aliases: readonly string[];
  /** What the sources call the bearer, verbatim, most frequent first. */
  readonly roles: readonly string[];
  /** Mentions and articles in the whole corpus. */
  readonly mentions: number;
  readonly articles: number;
}

/** A name, or only what of it stands in some articles, or outside them. */
export interface NamePart {
  readonly name: NameId;
  readonly within?: readonly ArticleId[];
  readonly without?: readonly ArticleId[];
}

/** One mention of a name, shown within its sentence. */
export interface MentionRecord {
  readonly name: NameId;
  /** The mention itself. */
  readonly mention: Passage;
  /** The sentence around it. */
  readonly sentence: Passage;
  /** True where the sentence is, or stands beside, a quotation by the name's bearer. */
  readonly speaks: boolean;
}

/** A direct quotation of the corpus. */
export interface QuotationRecord {
  readonly id: number;
  readonly passage: Passage;
  /** The sentence or sentences it stands in. */
  readonly context: Passage;
  /** The speaker as the article names him there (`he`), and the name that stands for; null when unknown. */
  readonly speaker: { readonly text: string; readonly canonical: string; readonly name: NameId | null } | null;
  readonly cue: string | null;
  /** Quotations of one article with the same number are parts of one utterance. */
  readonly utterance: number;
  /** Outlets of other articles that have the same words, articles that name none counting as one; told by `quotation` alone. */
  readonly alsoIn?: number;
}

/**
 * Which articles may hold a passage: those that hold all of its words, far cheaper to find, none where the words are few; those with a quotation that holds most of
 * its rarest words; or these and whatever else holds most of them.
 */
export type Likelihood = 'holding' | 'quoting' | 'any';

/** An article that may hold a passage. */
export interface LikelyArticle {
  readonly article: ArticleId;
  /** Share of the passage's rare words that it holds, weighed by rarity, or that a quotation of it does; between 0 and 1. */
  readonly share: number;
  /** True where a quotation holds most of the rarest. */
  readonly quotes?: true;
  /** Words of the passage, folded, that it surely lacks, as far as they were looked up. */
  readonly lacks?: readonly string[];
}

/** One article's report of an event. */
export interface EventSource {
  /** The clause that tells of it. */
  readonly passage: Passage;
  /** The sentence around it. */
  readonly sentence: Passage;
  readonly trigger: Span;
  /** The date as this source has it; where it gives none, that of the other sources, which is inferred. */
  readonly date: EventDate | null;
}

/** An event of the corpus, merged over the articles that report it. What every source only mentions in passing is none. */
export interface EventRecord {
  readonly id: EventId;
  readonly title: string;
  readonly type: EventType;
  readonly modality: Modality;
  /** Its `expression` is null: expressions stand in the sources. */
  readonly date: EventDate | null;
  /** First and last possible day, ISO; null when the date leaves them open. */
  readonly interval: { readonly start: string; readonly end: string } | null;
  readonly who: readonly string[];
  readonly whom: readonly string[];
  readonly where: string | null;
  readonly articles: number;
  /** In words, what the sources disagree on: `date: 7 October (A) or 8 October (B)`. */
  readonly disagreements: readonly string[];
}

/** A slice of a longer list. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface QuotationQuery {
  /** Words typed so far, in any order; the last may be the beginning of a word; typos allowed. Empty: all, best first. */
  readonly words: string;
  /** Quotations by these names come first. */
  readonly preferSpeakers?: readonly NameId[];
  /** Only quotations by these names. */
  readonly speakers?: readonly NameId[];
  readonly limit: number;
}

/** Somebody who takes part in events: by any of these names but not in events of `not`, or in events of `also`. */
export interface EventParty {
  readonly names: readonly NameId[];
  readonly also?: readonly EventId[];
  readonly not?: readonly EventId[];
}

export interface EventQuery {
  /** Words that title, participants, place or passage must contain (any form, prefix of a word allowed). */
  readonly words?: string;
  readonly name?: NameId;
  /** All of these take part. */
  readonly parties?: readonly EventParty[];
  /** Only these events, and none of those. */
  readonly only?: readonly EventId[];
  readonly except?: readonly EventId[];
  /** Events that count as having the words, names and article that are asked for. */
  readonly alsoFound?: readonly EventId[];
  readonly types?: readonly EventType[];
  readonly article?: ArticleId;
  /** Only events under this heading, see `headingOf` of corpus/merging. */
  readonly heading?: string;
  /** ISO days, inclusive; events whose interval overlaps. */
  readonly from?: string;
  readonly to?: string;
  /** By first possible day; events without one come last in both orders. */
  readonly order: 'newest' | 'oldest';
  readonly page: Page;
}

/** How many events stand under a heading of a list by time. */
export interface EventHeading {
  readonly heading: string;
  readonly count: number;
}

/** How many events are of a type. */
export interface EventTypeCount {
  readonly type: EventType;
  readonly count: number;
}

/** How many events a name takes part in. */
export interface EventNameCount {
  readonly name: NameId;
  readonly count: number;
}

/** Which names of the corpus, in what order. */
export interface NameChoice {
  readonly kind?: NameKind;
  readonly order?: 'mentions' | 'alphabet';
}

export interface StoreCounts {
  readonly files: number;
  readonly articles: number;
  readonly names: number;
  readonly quotations: number;
  readonly events: number;
  readonly words: number;
}

/** All articles, by their ids. */
export interface ArticleIds {
  /** Another number after the index has been emptied. An id of one generation stands for the same article, unchanged, as long as it is there, and never for another one. */
  readonly generation: number;
  readonly ids: readonly ArticleId[];
}

/** Articles of which something is not known. */
export interface ArticlesLacking {
  readonly date: number;
  readonly outlet: number;
}

/**
 * The indexed articles. Every engine passes the same contract tests (`test/corpus/contract`).
 * Lists are empty and single answers `undefined` when there is nothing; methods reject only with `StoreError`.
 */
export interface CorpusStore {
  /** Puts files in place of what stood at their paths, all in one transaction. */
  replace(files: readonly (IndexedFile | PreparedFile)[]): Promise<void>;
  /** Removes what the files at these absolute paths gave; unknown paths are passed over. */
  remove(paths: readonly string[]): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;

  /** Tells the stamp of every indexed file (problem files too), by absolute path, a little at a time: those of a change meanwhile may be told or not. */
  eachStamp(tell: (path: string, stamp: FileStamp) => void): Promise<void>;
  /** Changes only the stamp: the file was touched, its bytes are the same. */
  restamp(path: string, stamp: FileStamp): Promise<void>;
  problems(): Promise<readonly Problem[]>;
  counts(): Promise<StoreCounts>;
  /** How many articles state no date, and how many no outlet. */
  articlesLacking(): Promise<ArticlesLacking>;

  /** Articles ordered by publication date, newest first, unknown last; then by path. */
  articles(page: Page): Promise<readonly ArticleRecord[]>;
  /** All articles by publication date, newest first, unknown last; those of one day as they came into the index. */
  articleIds(): Promise<ArticleIds>;
  article(id: ArticleId): Promise<ArticleRecord | undefined>;
  /** By id; those that are gone are missing. */
  articlesById(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, ArticleRecord>>;
  articlesAt(path: string): Promise<readonly ArticleRecord[]>;
  /** Text of an article; undefined when its file has changed since it was indexed and the text is not kept. */
  articleText(id: ArticleId): Promise<string | undefined>;

  name(id: NameId): Promise<NameRecord | undefined>;
  /** Names that carry this form as canonical or alias; case, diacritics and possessive endings do not matter. Most mentions first; all of them unless there is a limit. */
  namesByForm(form: string, limit?: number): Promise<readonly NameRecord[]>;
  /** Names one of whose forms begins with this; for completion and symbols. Most mentions first. */
  namesByPrefix(prefix: string, limit: number): Promise<readonly NameRecord[]>;
  /** Names that one slip (a letter added, dropped, changed or two swapped) leads to. */
  namesBySlip(form: string, limit: number): Promise<readonly NameRecord[]>;
  /** Names of the corpus, of one kind when it is given, most mentions first or by their letters. */
  names(page: Page, which?: NameChoice): Promise<readonly NameRecord[]>;
  countNames(kind: NameKind): Promise<number>;
  /**
   * Most telling first: sentences in which the bearer is introduced by full name or role, speaks, or acts;
   * spread over articles before a second one of the same article.
   */
  mentions(name: NameId | readonly NamePart[], page: Page): Promise<readonly MentionRecord[]>;
  /** How often these are mentioned together, and in how many articles. */
  mentionCounts(parts: readonly NamePart[]): Promise<Pick<NameRecord, 'mentions' | 'articles'>>;
  /** Names that stand in the same sentences, most often first. */
  company(name: NameId, limit: number): Promise<readonly NameRecord[]>;

  quotations(query: QuotationQuery): Promise<readonly QuotationRecord[]>;
  quotation(id: number): Promise<QuotationRecord | undefined>;
  quotationsOf(article: ArticleId): Promise<readonly QuotationRecord[]>;

  /**
   * Articles that hold most of the rarest words of a passage, likeliest first; words of the passage may be changed, and in any order.
   * @param which all unless told; asked for after those that quote, they are not looked for again
   */
  likelyArticles(passage: string, limit: number, which?: Likelihood): Promise<readonly LikelyArticle[]>;
  /** How many articles hold each of the words (any case, accents left out), by the word as it was given; noise does not count. */
  wordFrequencies(words: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /** Sentences that contain all the words (last one as a prefix), best first. */
  passages(words: string, limit: number): Promise<readonly Passage[]>;

  events(query: EventQuery): Promise<readonly EventRecord[]>;
  /** How many events the query has, page left out. */
  countEvents(query: Omit<EventQuery, 'page' | 'order'>): Promise<number>;
  /** The headings that events of the query stand under, in no order; empty ones are left out. */
  eventHeadings(query: Omit<EventQuery, 'page' | 'order'>): Promise<readonly EventHeading[]>;
  /** The types that events of the query have, most frequent first. */
  eventTypes(query: Omit<EventQuery, 'page' | 'order'>): Promise<readonly EventTypeCount[]>;
  /** The names that take part in events of the query, those of most events first. */
  eventNames(query: Omit<EventQuery, 'page' | 'order'>, page: Page): Promise<readonly EventNameCount[]>;
  event(id: EventId): Promise<EventRecord | undefined>;
  /** The reports of an event, earliest published first. */
  eventSources(id: EventId): Promise<readonly EventSource[]>;
  /** The articles that report each of the events, earliest published first, without their texts; events that are gone are missing. */
  eventArticles(ids: readonly EventId[]): Promise<ReadonlyMap<EventId, readonly ArticleRecord[]>>;

  /** Called after each committed change, by another window too (within a second or so); returns what ends the subscription. */
  onDidChange(listener: () => void): () => void;
  /** Lets go of what is kept in memory only so that answers come sooner; nothing else changes. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/** Why a store cannot do its work. Closed list: front ends map it once. */
export type StoreErrorCode = 'no-engine' | 'corrupt' | 'locked' | 'disk-full' | 'read-only' | 'closed' | 'failed';

export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(readonly code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
