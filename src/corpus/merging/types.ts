import type { EventDate, EventMention, EventType, Modality } from '../../language/types';

/** An event mention with the article it stands in. Its `text` may be empty: merging reads only the other fields. */
export interface StoredEventMention extends EventMention {
  readonly articleId: string | number;
  /** Position among the mentions of its article. */
  readonly index: number;
  /** Publication date of the article, ISO; absent when unknown. */
  readonly published?: string;
  /** What the article is about, from {@link articleContext}; absent when not kept. Mentions that name nobody merge across articles only with it. */
  readonly context?: readonly string[];
}

/** What the sources disagree on. */
export interface Disagreement {
  readonly about: 'date' | 'number' | 'place' | 'who';
  /** `7 October 2023 or 8 October 2023`: the versions, most frequent first. */
  readonly versions: readonly string[];
  /** The whole in words: `date: 2023-10-07 or 2023-10-08`. */
  readonly words: string;
}

/** Reports that are one event. */
export interface MergedEvent {
  /** Stable hash of what the event is; the same whatever order the mentions came in. */
  readonly id: string;
  readonly title: string;
  readonly type: EventType;
  readonly modality: Modality;
  readonly salience: 'main' | 'minor';
  readonly date: EventDate | null;
  /** Canonical names, without repetition. */
  readonly who: readonly string[];
  readonly whom: readonly string[];
  readonly where: string | null;
  /** In order of article and position. */
  readonly mentions: readonly StoredEventMention[];
  readonly disagreements: readonly Disagreement[];
}
