/** What `Attest: Show Timeline` draws. Part of {@link ../protocol}. */
import type { PassageLocation, SourceLabel } from '../protocol';
import type { EventFilter } from './views';

/** Request; answers {@link TimelinePage}: a page of the events, newest first, undated last. Empty while there is no index. */
export const timelineRequest = 'attest/timeline';
export interface TimelineParams {
  /** What the events view shows, and further words that an event must contain. */
  readonly filter: EventFilter;
  readonly words: string;
  /** ISO days, inclusive: only events that may have happened in between. */
  readonly from?: string;
  readonly to?: string;
  readonly offset: number;
  /** 2,000 at most. */
  readonly limit: number;
}
export interface TimelinePage {
  /** Events of the filter and the days, on all pages. */
  readonly total: number;
  readonly events: readonly TimelineEvent[];
  /** The articles that `reportedBy` of this page's events name. */
  readonly articles: readonly TimelineArticle[];
  /** How all dated events of the filter spread over time, in order; on the first page only. */
  readonly density: readonly TimelineDensity[];
}
export interface TimelineEvent {
  readonly id: string;
  /** As a person would write it: `Xi and Biden to meet (planned)`. */
  readonly title: string;
  readonly type: string;
  /** The type in words, as a heading: `Agreements`. */
  readonly typeName: string;
  /** False for what is planned, denied or feared. */
  readonly fact: boolean;
  /** First and last day it may have happened on, ISO, inclusive. Both null: undated; only `start` null: by `end`. */
  readonly start: string | null;
  readonly end: string | null;
  /** The date in words, with the precision that is known; empty when nothing is. */
  readonly date: string;
  /** Why the date is what it is, or is not known, in words; empty when it is stated. */
  readonly reason: string;
  readonly who: readonly string[];
  readonly whom: readonly string[];
  readonly where: string;
  /** Ids of the articles that report it, earliest published first. */
  readonly reportedBy: readonly number[];
  /** In words, what the sources disagree on. */
  readonly disagreements: readonly string[];
}
export interface TimelineArticle { readonly id: number; readonly source: SourceLabel }
export interface TimelineDensity { readonly start: string; readonly end: string; readonly count: number }

/** Request; answers {@link TimelinePassage}[]: the passages that report an event, one of each article; empty when it is gone. */
export const timelinePassagesRequest = 'attest/timelinePassages';
export interface TimelinePassagesParams { readonly id: string }
export interface TimelinePassage {
  readonly article: TimelineArticle;
  readonly location: PassageLocation;
  /** The sentence, white space collapsed. */
  readonly text: string;
  /** The date as this source has it, in words; empty where it has none. */
  readonly date: string;
}
