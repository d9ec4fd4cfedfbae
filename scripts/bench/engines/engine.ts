/** What an engine answers, as far as it can. Everything is asked of an index that was opened from disk. */
export interface OpenIndex {
  /** Passages that show who bears a name: the first three, as text; empty when there are none. */
  name(form: string): Promise<readonly string[]>;
  /** Quotations that fit what was typed, best first, at most ten. */
  complete(typed: string): Promise<readonly string[]>;
  /** Paths of articles that have the quote, however altered; empty when none has it. */
  verify(quote: string): Promise<readonly string[]>;
  /** The newest fifty events, and those that a word filters; null where the engine knows of no events. */
  events: ((filter: string) => Promise<number>) | null;
  /** Takes a changed article in, so that the next question finds its text; null where the engine cannot. */
  update: ((path: string, text: string) => Promise<void>) | null;
  close(): Promise<void>;
}

/** Figures of building that only some engines have. */
export interface BuildNotes {
  /** Longest and 99th percentile of the times, in milliseconds, for which the main thread was deaf. */
  readonly pauseMost?: number;
  readonly pause99?: number;
  /** Milliseconds, 99th percentile, of a hover and of a completion asked while the index was built. */
  readonly hoverMeanwhile?: number;
  readonly completeMeanwhile?: number;
}

export interface Engine {
  readonly name: string;
  /** More articles than this it is not given: it takes too long by orders of magnitude, or does not take them at all. */
  readonly most: number;
  /**
   * Indexes the articles and writes the index into a folder.
   * @param progress called with the articles done so far
   */
  build(articles: Articles, place: string, progress: (done: number) => void): Promise<BuildNotes>;
  /** Opens what {@link build} wrote, so far that the first question can be asked. */
  open(articles: Articles, place: string): Promise<OpenIndex>;
}

/** The articles of a corpus. */
export interface Articles {
  readonly folder: string;
  readonly paths: readonly string[];
  read(path: string): string;
}
