import type { CorpusStore } from '../../corpus/store/store';
import type { Row, RowsAnswer } from '../protocol';

/** Which rows of a level are wanted. */
export interface RowsPage {
  readonly offset: number;
  readonly limit: number;
}

/** What the rows of the views are made from. */
export interface ViewContext {
  readonly store: CorpusStore;
  readonly page: RowsPage;
  /** Folders of the workspace, for paths as the writer knows them. */
  readonly roots: readonly string[];
}

export const nothing: RowsAnswer = { rows: [], total: 0 };

/** All rows there are, cut to the page. */
export function allOf(rows: readonly Row[], { offset, limit }: RowsPage, message?: string): RowsAnswer {
  return { rows: rows.slice(offset, offset + limit), total: rows.length, ...(message ? { message } : {}) };
}
