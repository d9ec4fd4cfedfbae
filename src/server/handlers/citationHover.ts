import path from 'node:path';
import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { ArticleRecord } from '../../corpus/store/store';
import { citationAt, type DraftCitation } from '../../draft/citations';
import { citeSource } from '../../features/citeSource';
import { bibliographyOf } from '../bibliography';
import type { DraftPlace, ServerContext } from '../context';
import { articlesMarkdown } from '../convert';

/** The articles that a citation points to, only that of the key under the cursor where it stands on one; empty for other works. */
export async function articlesOfCitation(context: ServerContext, { document, offset, store }: DraftPlace, citation: DraftCitation): Promise<ArticleRecord[]> {
  if (citation.keys.length === 0) return [];
  const bibliography = await bibliographyOf(context, document, await context.settings(document.uri));
  if (bibliography?.text === undefined) return [];
  const folder = path.dirname(bibliography.file);
  const here = citation.keys.find(({ start, end }) => start - 1 <= offset && offset <= end);
  return citeSource(store, (here ? [here] : citation.keys).map(({ text }) => text), bibliography.text, (file) => path.resolve(folder, file));
}

/** The article that a citation points to; null where there is no citation, or one of another work. */
export async function citationHover(context: ServerContext, place: DraftPlace): Promise<Hover | null> {
  const { document, draft, offset } = place;
  const citation = citationAt(draft, offset);
  const articles = citation ? await articlesOfCitation(context, place, citation) : [];
  if (!citation || articles.length === 0) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: articlesMarkdown(articles, context.links) },
    range: { start: document.positionAt(citation.start), end: document.positionAt(citation.end) },
  };
}
