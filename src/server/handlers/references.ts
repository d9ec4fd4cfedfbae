import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { LineIndex } from '../../corpus/lines';
import type { ArticleRecord, CorpusStore } from '../../corpus/store/store';
import { citationAt } from '../../draft/citations';
import { proseOf } from '../../draft/prose';
import { quoteAt, wordsOf } from '../../draft/quotes';
import type { DraftText } from '../../draft/text';
import { phrasesAt } from '../../draft/words';
import { usesPassage } from '../../features/draftUses';
import { nameReferences, usesInDraft } from '../../features/references';
import { draftAt, type ServerContext } from '../context';
import { toLocation, toUri } from '../convert';
import type { DraftVerification } from '../draftVerification';
import { openArticle, quotationUnder } from '../openArticle';
import type { WorkspaceDrafts } from '../workspaceDrafts';
import { articlesOfCitation } from './citationHover';

/** What references are found with. */
export interface ReferenceParts {
  readonly context: ServerContext;
  readonly verification: DraftVerification;
  readonly drafts: WorkspaceDrafts;
}

/** Where a quote, an article or a name stands in the corpus, then where the drafts of the workspace use it. From a draft and from an article. */
export async function onReferences(parts: ReferenceParts, params: ReferenceParams, token: CancellationToken): Promise<Location[]> {
  const { context } = parts, { textDocument: { uri }, position } = params;
  const place = draftAt(context, uri, position);
  if (!place) return referencesInArticle(parts, params, token);
  const citation = citationAt(place.draft, place.offset);
  if (citation && citation.keys.length > 0) return articleReferences(parts, place.store, await articlesOfCitation(context, place, citation));
  const named = await namesAt(parts, place.store, place.draft, place.offset, token);
  if (named.length > 0) return named;
  const quote = quoteAt(place.draft, place.offset);
  return quote ? quoteReferences(parts, place.store, wordsOf(place.draft, quote), token) : [];
}

async function referencesInArticle(parts: ReferenceParts, { textDocument: { uri }, position }: ReferenceParams, token: CancellationToken): Promise<Location[]> {
  const article = await openArticle(parts.context, uri);
  if (!article) return [];
  const { document, store } = article, draft = proseOf(document.getText(), document.languageId);
  const named = await namesAt(parts, store, draft, document.offsetAt(position), token);
  if (named.length > 0) return named;
  const quotation = quotationUnder(article, position);
  return quotation ? quoteReferences(parts, store, quotation.passage.text, token) : articleReferences(parts, store, article.articles);
}

async function namesAt({ drafts }: ReferenceParts, store: CorpusStore, draft: DraftText, offset: number, token: CancellationToken): Promise<Location[]> {
  const { names, passages } = await nameReferences(store, phrasesAt(draft, offset), token);
  if (names.length === 0) return [];
  const uses: Location[] = [];
  for await (const { uri, document, draft: other } of drafts.draftsWith(names.flatMap(({ canonical, aliases }) => [canonical, ...aliases]))) {
    if (token.isCancellationRequested) return [];
    for (const { start, end } of usesInDraft(other, names)) uses.push({ uri, range: { start: document.positionAt(start), end: document.positionAt(end) } });
  }
  return [...passages.map(toLocation), ...uses];
}

/** Every passage that has the words, and every quote of them. */
async function quoteReferences({ verification, drafts }: ReferenceParts, store: CorpusStore, words: string, token: CancellationToken): Promise<Location[]> {
  const { status, matches } = await verification.verifierOf(store).finder.verify(words, {}, token);
  const right = matches.filter(({ comparison }, i) => (status === 'misquoted' ? i === 0 : comparison.status !== 'misquoted'));
  const passages = right.flatMap(({ article, source, comparison: { places, source: span } }) => {
    const lines = new LineIndex(source.words.text);
    return (places.length > 0 ? places : [span]).map((place) => ({ article, place, range: lines.range(place.start, place.end) }));
  });
  const uses = token.isCancellationRequested ? [] : (await drafts.allUses()).filter((use) => passages.some(({ article, place }) => isOf(use, article) && usesPassage(use, place)));
  return distinct([...passages.map(toLocation), ...uses.map(({ uri, range }) => ({ uri, range }))]);
}

/** The passages of articles that drafts quote, and every place that quotes or cites them. */
async function articleReferences({ drafts }: ReferenceParts, store: CorpusStore, articles: readonly ArticleRecord[]): Promise<Location[]> {
  const all = await drafts.allUses(), found: Location[] = [];
  for (const article of articles) {
    const uses = all.filter((use) => isOf(use, article)), lines = new LineIndex((await store.articleText(article.id)) ?? '');
    for (const { passage } of uses) if (passage) found.push({ uri: toUri(article.path), range: lines.range(passage.start, passage.end) });
    if (!uses.some(({ passage }) => passage)) found.push({ uri: toUri(article.path), range: lines.range(0, 0) });
    for (const { uri, range } of uses) found.push({ uri, range });
  }
  return distinct(found);
}

const isOf = (use: { readonly path: string; readonly ordinal: number }, { path, ordinal }: ArticleRecord): boolean => use.path === path && use.ordinal === ordinal;

function distinct(locations: readonly Location[]): Location[] {
  return [...new Map(locations.map((location) => [`${location.uri} ${JSON.stringify(location.range)}`, location])).values()];
}
