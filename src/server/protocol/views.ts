/**
 * The views of the sidebar. The server says what each row shows, in the writer's language; the client draws it, pages and
 * keeps what is chosen. Part of {@link ../protocol}.
 */
import type { PassageLocation, ProtocolPosition, ProtocolRange } from '../protocol';

export type ViewName = 'events' | 'sources' | 'names' | 'draft';

/** Request; answers {@link RowsAnswer}: the rows below a row of a view, or its first level. Empty while there is no index. */
export const rowsRequest = 'attest/rows';
export type RowsParams = ViewState & {
  /** Id of the row whose children are wanted; absent: the first level. */
  readonly of?: string;
  readonly offset: number;
  readonly limit: number;
};

/** A view with what the writer has chosen in it. */
export type ViewState =
  | { readonly view: 'events'; readonly options: EventsOptions }
  | { readonly view: 'sources'; readonly options: SourcesOptions }
  | { readonly view: 'names'; readonly options: NamesOptions }
  | { readonly view: 'draft'; readonly options: DraftOptions };

export type EventGrouping = 'date' | 'name' | 'type';
export interface EventsOptions {
  readonly filter: EventFilter;
  readonly order: 'newest' | 'oldest';
  readonly grouping: EventGrouping;
  /** Names whose events come first: those under the cursor. */
  readonly first?: readonly number[];
}
/** What an event must have to be shown; all of it together. */
export interface EventFilter {
  /** Words of title, participants, place or passage. */
  readonly words?: string;
  readonly name?: { readonly id: number; readonly label: string };
  readonly type?: string;
  /** An article that reports it. */
  readonly article?: { readonly id: number; readonly label: string };
  /** Days that it may have happened on, as the writer put it: `2023`, `2023-10`, `2023-10-07/2024`. */
  readonly range?: string;
}
export type SourceOrder = 'date' | 'outlet' | 'words' | 'use';
export interface SourcesOptions {
  readonly words: string;
  readonly order: SourceOrder;
  readonly show: 'all' | 'used' | 'unused' | 'incomplete';
}
export interface NamesOptions {
  readonly words: string;
  readonly order: 'mentions' | 'alphabet';
}
export interface DraftOptions {
  /** The draft that is shown; none: the view is empty. */
  readonly uri?: string;
}

export interface RowsAnswer {
  readonly rows: readonly Row[];
  /** There are more rows as long as `offset + limit` is less than this. A level may begin with a few rows that do not count. */
  readonly total: number;
  /** Of the first level: what is filtered, and how much is left, in words; absent when nothing is filtered. */
  readonly message?: string;
}

/** What can be put into a draft. */
export interface InsertableItem {
  readonly kind: 'event' | 'quotation' | 'article' | 'name';
  readonly id: number | string;
  /** For an event: the article that is cited; absent: all that report it, the earliest few. */
  readonly article?: number;
}

/** A row of a view, ready to be shown; text of articles in it is plain characters. */
export interface Row {
  /** Tells it apart from all others of its view, over changes of the index. */
  readonly id: string;
  /** What it is and what can be done with it, for menus: `event disputed`. */
  readonly kind: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** Name of a codicon, and of a theme colour for it. */
  readonly icon?: string;
  readonly colour?: string;
  /** What a screen reader says: label and description with what icons and marks say. */
  readonly spoken: string;
  readonly children?: 'closed' | 'open';
  /** What a click shows. */
  readonly location?: PassageLocation;
  readonly item?: InsertableItem;
  /** Where it stands in the draft, for rows of the draft. */
  readonly range?: ProtocolRange;
  /** Plain data for commands on the row: a name has `id` and `canonical`, an article `id` and `uri`, an event `id` and `title`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Request; answers the ids of the rows from the first level down to an event or a name, ending with itself; empty when it is not shown. */
export const rowPathRequest = 'attest/rowPath';
export type RowPathParams = ViewState & { readonly item: InsertableItem };

/** Request; answers {@link NameChoice}[]: the names under the cursor of a draft, else those of its sentence. */
export const namesAtRequest = 'attest/namesAt';
export interface NamesAtParams { readonly uri: string; readonly position: ProtocolPosition }
export interface NameChoice { readonly id: number; readonly canonical: string }

/** Request; answers what is wrong with a range of days, in words, or null. */
export const checkRangeRequest = 'attest/checkRange';
export interface CheckRangeParams { readonly range: string }

/** Request without parameters; answers {@link EventTypeChoice}[]: the types that events of the corpus have, most frequent first. */
export const eventTypesRequest = 'attest/eventTypes';
export interface EventTypeChoice { readonly type: string; readonly label: string; readonly icon: string; readonly count: number }

/** Request; answers `QuoteInsertion`, or null when the item is gone: what puts it into a draft, with its citation. */
export const itemInsertionRequest = 'attest/itemInsertion';
export interface ItemInsertionParams {
  readonly item: InsertableItem;
  readonly uri: string;
  readonly position: ProtocolPosition;
}

/** Notification, server to client: a draft has been checked. */
export const draftCheckedNotification = 'attest/draftChecked';
export interface DraftCheckedParams { readonly uri: string }

/** Notification, server to client: drafts of the workspace use other sources than before, or otherwise. No parameters. */
export const usesChangedNotification = 'attest/usesChanged';

/** Request; answers whether an open document is a draft. */
export const isDraftRequest = 'attest/isDraft';
export interface IsDraftParams { readonly uri: string }
