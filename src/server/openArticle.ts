import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ArticleRecord, CorpusStore, LineRange, QuotationRecord } from '../corpus/store/store';
import type { ServerContext } from './context';
import { toPath } from './convert';

/** An article that is looked at, as the index knows it. */
export interface OpenArticle {
  readonly document: TextDocument;
  readonly store: CorpusStore;
  readonly articles: readonly ArticleRecord[];
  readonly quotations: readonly QuotationRecord[];
}

const sameLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * An article as it stands in the editor, else as it was indexed. Undefined for files that are no articles, are not indexed, or have been
 * edited since: places of the index would be other words.
 */
export async function openArticle({ documents, session }: ServerContext, uri: string): Promise<OpenArticle | undefined> {
  const { store } = session;
  if (!store || !uri.startsWith('file:') || !session.isArticle(toPath(uri))) return undefined;
  const articles = await store.articlesAt(toPath(uri)), [first, ...more] = articles;
  if (!first) return undefined;
  const text = more.length === 0 ? await store.articleText(first.id) : undefined;
  const document = documents.get(uri) ?? (text === undefined ? undefined : TextDocument.create(uri, 'plaintext', 0, text));
  if (!document || (more.length === 0 && (text === undefined || sameLines(text) !== sameLines(document.getText())))) return undefined;
  return { document, store, articles, quotations: (await Promise.all(articles.map(({ id }) => store.quotationsOf(id)))).flat() };
}

/** The quotation at a position of an open article, marks included; undefined where there is none. */
export function quotationUnder({ quotations }: OpenArticle, { line, character }: Position): QuotationRecord | undefined {
  return quotations.find(({ passage: { range: { start, end } } }) =>
    (start.line < line || (start.line === line && start.character - 1 <= character)) && (line < end.line || (line === end.line && character <= end.character + 1)));
}

/** A place in an article as LSP has it. */
export const rangeOf = ({ start, end }: LineRange) => ({ start: { ...start }, end: { ...end } });
