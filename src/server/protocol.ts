/**
 * What the extension and the language server say to each other besides LSP. The only file of the server that the
 * extension imports; `docs/protocol.md` explains it and a test holds the two together. Plain data only:
 * positions are lines and characters from 0, characters are UTF-16 code units; addresses are URIs.
 */

export * from './protocol/views';
export * from './protocol/message';
export * from './protocol/timeline';

export interface ProtocolPosition { readonly line: number; readonly character: number }
export interface ProtocolRange { readonly start: ProtocolPosition; readonly end: ProtocolPosition }

/** A place in an article that can be opened and selected. */
export interface PassageLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** What the client hands over in `initialize`. */
export interface InitializationOptions {
  /** Folder for the index, absolute; without one the server keeps the index in memory. */
  readonly storageFolder?: string;
  /** `command`: hover links call {@link Command.openPassage}; `file`: they are `file:` links, for editors without it. */
  readonly links?: 'command' | 'file';
  /** Absolute path of the bundle with the translated texts; absent: English. */
  readonly texts?: string;
}

/** Commands that hovers and lenses may call in the client. */
export const Command = {
  /** Arguments: one {@link PassageLocation}. Opens the article with the passage selected. */
  openPassage: 'attest.openPassage',
  /** Arguments: the address of a document, a {@link ProtocolPosition} in it, {@link PassageLocation}[]. Shows the places beside that one. */
  showUses: 'attest.showUses',
} as const;

export type IndexPhase = 'starting' | 'scanning' | 'indexing' | 'ready' | 'cancelled' | 'no-corpus' | 'failed';

/** Notification, server to client, whenever something of it changes. */
export const statusNotification = 'attest/status';
export interface IndexStatus {
  readonly phase: IndexPhase;
  readonly articles: number;
  /** Files done and in all, while indexing. */
  readonly done: number;
  readonly total: number;
  /** Seconds that the rest of indexing will take; absent while that is too early to say. */
  readonly remaining?: number;
  readonly problems: number;
  readonly quotations: number;
  readonly events: number;
  readonly names: number;
  /** Absolute paths of the corpus folders that exist. */
  readonly folders: readonly string[];
  /** In words, when `failed`: what happened and what to do. */
  readonly message?: string;
}

/** Notification, server to client: the index has changed; views ask again. No parameters. */
export const indexChangedNotification = 'attest/indexChanged';

/** Request without parameters; answers {@link IndexStatus}. */
export const statusRequest = 'attest/getStatus';

/** Request without parameters; answers {@link CorpusProblem}[]. */
export const problemsRequest = 'attest/problems';
export interface CorpusProblem {
  readonly uri: string;
  /** Path relative to the workspace where it is inside, else absolute. */
  readonly path: string;
  readonly message: string;
  readonly indexed: boolean;
  /** True for what is wrong with an `attest.yml`, rather than with an article. */
  readonly isCorrection?: boolean;
  readonly range?: ProtocolRange;
}

/** Requests without parameters; answer null. `cancelIndexing` keeps what is done; `rebuildIndex` starts from nothing. */
export const cancelIndexingRequest = 'attest/cancelIndexing';
export const rescanRequest = 'attest/rescan';
export const rebuildIndexRequest = 'attest/rebuildIndex';

/** An event as a pick shows it. */
export interface EventItem {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly modality: 'fact' | 'planned' | 'denied' | 'feared';
  /** In words, with the precision that is known: `7 October 2023`. */
  readonly date: string;
  readonly who: readonly string[];
  readonly whom: readonly string[];
  readonly where: string;
  /** Articles that report it. */
  readonly sources: number;
  readonly disagreements: readonly string[];
}

/** Request; answers {@link EventSourceItem}[]. */
export const eventSourcesRequest = 'attest/eventSources';
export interface EventSourcesParams { readonly id: string }
export interface EventSourceItem {
  readonly article: SourceLabel;
  readonly location: PassageLocation;
  /** The sentence that reports the event, white space collapsed. */
  readonly text: string;
  /** The date as this source has it, in words; empty when none has one. */
  readonly date: string;
  /** How that date is known, in words; empty when the source states it. */
  readonly dateReason: string;
}

/** An article in the words of the views. */
export interface SourceLabel {
  readonly uri: string;
  /** Outlet, else headline, else file name. */
  readonly label: string;
  readonly outlet: string | null;
  readonly title: string | null;
  /** Publication date in words; `date unknown` when it is. */
  readonly published: string;
}

/** Request; answers {@link QuotationItem}[], best first: the pick of `Attest: Insert Quote…`. */
export const quotationsRequest = 'attest/quotations';
export interface QuotationsParams {
  readonly words: string;
  readonly limit: number;
  /** The draft and the cursor, so that the speaker named there comes first. */
  readonly uri?: string;
  readonly position?: ProtocolPosition;
}
export interface QuotationItem {
  readonly id: number;
  readonly text: string;
  readonly speaker: string | null;
  readonly context: string;
  readonly source: SourceLabel;
  readonly location: PassageLocation;
}

/** Request; answers {@link QuoteInsertion} or null when the quotation is gone from the index. */
export const quoteInsertionRequest = 'attest/quoteInsertion';
export interface QuoteInsertionParams {
  readonly id: number;
  readonly uri: string;
  readonly position: ProtocolPosition;
  /** Cites the source whatever the setting `attest.quote.insert` says: for drags and pastes that offer a cited quote. */
  readonly cited?: boolean;
}
export interface QuoteInsertion {
  /** Text to put in place of `range`, marks included where they are not there yet. */
  readonly text: string;
  readonly range: ProtocolRange;
  /** Further edits of the same draft (a footnote). */
  readonly draftEdits: readonly { readonly range: ProtocolRange; readonly text: string }[];
  /** The bibliography file with its whole text after the insertion; absent when it needs no change. */
  readonly bibliography?: { readonly uri: string; readonly text: string };
  /** What kept the citation from being made, for the writer; the words are inserted all the same. */
  readonly warning?: string;
}

/** Request; answers {@link QuoteInsertion} or null when the article is not indexed as it stands: a stretch of an open article as a cited quote, for pasting. */
export const passageInsertionRequest = 'attest/passageInsertion';
export interface PassageInsertionParams {
  readonly source: PassageLocation;
  readonly uri: string;
  readonly position: ProtocolPosition;
}

/** Request; answers {@link QuoteInsertion} or null when the event is gone from the index: an event as a cited sentence. */
export const eventInsertionRequest = 'attest/eventInsertion';
export interface EventInsertionParams {
  readonly id: string;
  /** The article that is cited; absent: all that report it, the earliest few. */
  readonly article?: number;
  readonly uri: string;
  readonly position: ProtocolPosition;
}

/** Request without parameters; answers {@link ArticleUses}[]: the articles that drafts of the workspace use, also those that are not open. */
export const articleUsesRequest = 'attest/articleUses';
export interface ArticleUses {
  readonly uri: string;
  /** Position in a file that holds several articles, from 0. */
  readonly ordinal: number;
  readonly quotes: number;
  readonly citations: number;
  readonly drafts: number;
}

/** Request, server to client: writes the bibliography or `attest.yml` (open documents are edited, not overwritten). Answers true when done. */
export const writeBibliographyRequest = 'attest/writeBibliography';
export interface WriteBibliographyParams { readonly uri: string; readonly text: string }

/** Request; answers {@link SourceReportText}, or null for what is no draft. Waits until the draft has been checked. */
export const sourceReportRequest = 'attest/sourceReport';
export interface SourceReportParams {
  readonly uri: string;
  readonly format: 'markdown' | 'html';
  /** The picture of the timeline that is to go with it, the text of an SVG. */
  readonly timeline?: string;
}
export interface SourceReportText {
  /** File name to save it under: `report.sources.html`. */
  readonly name: string;
  readonly text: string;
  /** A file that it shows and that is to stand beside it. */
  readonly picture?: { readonly name: string; readonly text: string };
}

/** Request; answers {@link NameItem}[]: names that a form may mean, for `Attest: Show Passages of a Name…`. */
export const namesRequest = 'attest/names';
/** `like`: for a blank form, names that share a word with this one come first. */
export interface NamesParams { readonly form: string; readonly limit: number; readonly like?: string }
export interface NameItem {
  readonly id: number;
  readonly canonical: string;
  readonly kind: 'person' | 'organisation' | 'place';
  readonly role: string | null;
  readonly mentions: number;
  readonly articles: number;
}

/** Request; answers {@link NamePassage}[], most telling first. */
export const namePassagesRequest = 'attest/namePassages';
export interface NamePassagesParams { readonly id: number; readonly limit: number }
export interface NamePassage {
  readonly source: SourceLabel;
  readonly location: PassageLocation;
  readonly text: string;
}

/** Request; answers {@link ArticleItem}[], best first: the pick of `Attest: Insert Citation…`. */
export const articlesRequest = 'attest/articles';
export interface ArticlesParams { readonly words: string; readonly limit: number }
export interface ArticleItem {
  readonly id: number;
  /** The headline, or the first words in brackets; empty when there are none. */
  readonly title: string;
  /** Path relative to the workspace where it is inside, else absolute. */
  readonly path: string;
  readonly source: SourceLabel;
}

/** Request; answers {@link CitationInsertion} or null when the article is gone from the index. */
export const citationInsertionRequest = 'attest/citationInsertion';
export interface CitationInsertionParams {
  readonly id: number;
  readonly uri: string;
  readonly position: ProtocolPosition;
}
/** What cites an article at the cursor; `warning` tells why nothing can be inserted, `text` is then empty. */
export type CitationInsertion = QuoteInsertion;

/** Request; answers {@link BibliographyInsertion}: the works that a draft cites, for `Attest: Insert Bibliography…`. */
export const bibliographyRequest = 'attest/bibliography';
export interface BibliographyParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
  /** In place of the setting `attest.bibliography.style`. */
  readonly style?: string;
}
export interface BibliographyInsertion {
  /** Formatted references as paragraphs in the notation of the draft; empty when there are none. */
  readonly text: string;
  readonly range: ProtocolRange;
  /** Keys that the draft cites and the bibliography lacks. */
  readonly unknown: readonly string[];
  /** Why there is no reference. */
  readonly warning?: string;
}

/**
 * Request; answers {@link CorrectionResult}. Writes what the writer decides into the `attest.yml` of the corpus folder that it
 * concerns; it applies at once. Taken back by removing the lines, or where `null` is given.
 */
export const correctRequest = 'attest/correct';
export type CorrectParams =
  /** Names, by id, that are one; the first is the form shown. */
  | { readonly correction: 'merge names'; readonly names: readonly number[] }
  /** For whom a name stands in which articles (addresses); in all others it stays itself. */
  | { readonly correction: 'split name'; readonly name: number; readonly into: readonly { readonly name: string; readonly articles: readonly string[] }[] }
  /** The form in which a name is shown; null: as the articles have it. */
  | { readonly correction: 'rename name'; readonly name: number; readonly shown: string | null }
  | { readonly correction: 'not names'; readonly names: readonly number[] }
  | { readonly correction: 'hide events'; readonly events: readonly string[] }
  /** Events, by id, that are one; the first lends its line and its date. */
  | { readonly correction: 'merge events'; readonly events: readonly string[] }
  /** Fields of articles (addresses). Null takes what the file states back; a date is ISO 8601 or `unknown`. */
  | { readonly correction: 'articles'; readonly articles: readonly string[]; readonly fields: ArticleFieldValues };
export interface ArticleFieldValues {
  readonly outlet?: string | null;
  readonly date?: string | null;
  readonly title?: string | null;
  readonly author?: string | null;
  readonly url?: string | null;
}
export interface CorrectionResult {
  /** The file that was written; absent when nothing was. */
  readonly uri?: string;
  /** Where the file differs from before. */
  readonly position?: ProtocolPosition;
  /** Why nothing was written, or why it does not apply yet, in words for the writer. */
  readonly warning?: string;
}

/** Request without parameters; answers {@link CorrectionsFile}[]: the `attest.yml` of each corpus folder that exists. */
export const correctionsFilesRequest = 'attest/correctionsFiles';
export interface CorrectionsFile {
  readonly uri: string;
  /** Path relative to the workspace where it is inside, else absolute. */
  readonly path: string;
  /** What to begin the file with; absent where it exists. */
  readonly beginWith?: string;
}

/** Request; answers {@link EventItem}[] that words find, newest first: for choosing an event without the view. */
export const findEventsRequest = 'attest/findEvents';
export interface FindEventsParams { readonly words: string; readonly limit: number }
