import { t } from '@vscode/l10n';
import path from 'node:path';
import type { CancellationToken, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { citationsOf } from '../../draft/citations';
import { worksIn } from '../../features/citations/bibliographyFile';
import { safeUrl } from '../../features/citations/escape';
import { bibliographyOf } from '../bibliography';
import { draftAt, type ServerContext } from '../context';
import { toUri } from '../convert';

/** A link on each key that a draft cites: to the article where it is one of the corpus, else to the address that the bibliography states. */
export async function onDocumentLinks(context: ServerContext, { textDocument: { uri } }: DocumentLinkParams, token: CancellationToken): Promise<DocumentLink[]> {
  const place = draftAt(context, uri, { line: 0, character: 0 });
  if (!place) return [];
  const { document, draft, store } = place;
  const keys = citationsOf(draft).flatMap((citation) => citation.keys);
  if (keys.length === 0) return [];
  const bibliography = await bibliographyOf(context, document, await context.settings(uri));
  if (bibliography?.text === undefined || token.isCancellationRequested) return [];
  const folder = path.dirname(bibliography.file), works = new Map(worksIn(bibliography.text).map((work) => [work.key, work]));
  const targets = new Map<string, Omit<DocumentLink, 'range'> | undefined>();
  for (const { text: key } of keys) {
    if (targets.has(key)) continue;
    const work = works.get(key), file = work?.path === undefined ? undefined : path.resolve(folder, work.path);
    const isArticle = file !== undefined && (await store.articlesAt(file)).length > 0;
    const url = work && safeUrl(work.url);
    targets.set(key, isArticle ? { target: toUri(file), tooltip: t('Open the article') } : url ? { target: url, tooltip: t('Open the source') } : undefined);
    if (token.isCancellationRequested) return [];
  }
  return keys.flatMap(({ start, end, text }) => {
    const link = targets.get(text);
    return link ? [{ range: { start: document.positionAt(start), end: document.positionAt(end) }, ...link }] : [];
  });
}
