import type { CancellationToken } from 'vscode-languageserver';
import { citationSpot } from '../../draft/citationSpot';
import { oneLine } from '../../features/oneLine';
import { findArticles } from '../../features/findArticles';
import { Citer } from '../bibliography';
import { draftAt, type ServerContext } from '../context';
import { shownPath, toSourceLabel } from '../convert';
import type { ArticleItem, ArticlesParams, CitationInsertion, CitationInsertionParams } from '../protocol';

/** Articles for the pick, best first. */
export async function onArticles({ session }: ServerContext, { words, limit }: ArticlesParams, roots: readonly string[], token: CancellationToken): Promise<ArticleItem[]> {
  if (!session.store) return [];
  const found = await findArticles(session.store, words, limit, token);
  return found.map(({ article, title }) => ({ id: article.id, title: oneLine(title), path: shownPath(article.path, roots), source: toSourceLabel(article) }));
}

/** The edits that cite an article at the cursor of a draft; null when it is gone from the index. */
export async function onCitationInsertion(context: ServerContext, { id, uri, position }: CitationInsertionParams): Promise<CitationInsertion | null> {
  const article = await context.session.store?.article(id);
  const document = context.documents.get(uri);
  if (!article || !document) return null;
  const { mark, key, draftEdits, bibliography, warning } = (await Citer.of(context, document, await context.settings(uri))).cite(article);
  const place = draftAt(context, uri, position);
  const spot = place && key !== undefined ? citationSpot(place.draft, place.offset) : undefined;
  const offset = spot?.offset ?? document.offsetAt(position);
  const at = document.positionAt(offset);
  const text = !mark ? '' : spot && key !== undefined ? spot.before + key : (mark.spaced && /[^\s([]$/.test(document.getText().slice(Math.max(0, offset - 1), offset)) ? ' ' : '') + mark.text;
  return { text, range: { start: at, end: at }, draftEdits, ...(bibliography ? { bibliography } : {}), ...(warning ? { warning } : {}) };
}
