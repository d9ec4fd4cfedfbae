import { t } from '@vscode/l10n';
import path from 'node:path';
import {
  type CancellationToken, type CompletionItem, CompletionItemKind, type CompletionList, type CompletionParams, CompletionTriggerKind, MarkupKind, TextEdit,
} from 'vscode-languageserver';
import type { ArticleRecord } from '../../corpus/store/store';
import { openKeyAt } from '../../draft/citations';
import type { InlineKind } from '../../draft/text';
import { worksIn } from '../../features/citations/bibliographyFile';
import { notationOf } from '../../features/citations/escape';
import { findArticles } from '../../features/findArticles';
import { shortened } from '../../features/oneLine';
import { nameSource } from '../../features/sourceLabel';
import { bibliographyOf, Citer, keyed } from '../bibliography';
import { ServerCommand } from '../commands';
import type { DraftPlace, ServerContext } from '../context';
import { articlesMarkdown } from '../convert';
import { plain } from '../markdown';

/** Articles that are offered besides the works of the bibliography. */
const MOST = 30;
/** Characters of a headline. */
const LONGEST = 300;
/** Works of the bibliography that are offered. */
const MOST_WORKS = 200;

/** Inlines in which an `@` is no citation. */
const noProse: ReadonlySet<InlineKind> = new Set<InlineKind>(['code', 'math', 'image', 'target']);

/** What an item says of itself until it is looked at: the article's file, or what the bibliography states. */
interface KeyData { readonly file?: string; readonly ordinal?: number; readonly words?: string }

export function isKeyItem(data: object | undefined): data is KeyData {
  return data !== undefined && ('file' in data || 'words' in data);
}

/**
 * Works to cite where a key is being typed: those of the bibliography, then articles that it lacks; accepting one of these adds
 * it. Undefined elsewhere. In Markdown an `@` outside brackets may be anything: there the writer has to ask.
 */
export async function completeKey(context: ServerContext, place: DraftPlace, params: CompletionParams, token: CancellationToken): Promise<CompletionList | undefined> {
  const { document, draft, offset, store } = place;
  const notation = notationOf(document.languageId), open = openKeyAt(draft, offset);
  if (!open || !['markdown', 'latex', 'typst'].includes(notation)) return undefined;
  if (draft.blockAt(open.start)?.inlines.some(({ kind, start, end }) => noProse.has(kind) && start < open.start && open.start < end)) return undefined;
  const asked = params.context?.triggerKind === CompletionTriggerKind.Invoked && params.context.triggerCharacter === undefined;
  if (notation === 'markdown' && !asked && !inBrackets(draft.text, open.start)) return undefined;
  const settings = await context.settings(document.uri);
  const bibliography = await bibliographyOf(context, document, settings);
  if (!bibliography || token.isCancellationRequested) return undefined;
  const tail = /^[\p{L}\p{N}_-]*/u.exec(draft.text.slice(offset, offset + 200))![0].length;
  const range = { start: document.positionAt(open.start), end: document.positionAt(offset + tail) };
  const folder = path.dirname(bibliography.file), known = new Set<string>();
  const items: CompletionItem[] = [];
  const add = (key: string, title: string, description: string, data: KeyData, further: Partial<CompletionItem> = {}): void => void items.push({
    label: key, labelDetails: { description }, detail: shortened(title, LONGEST), kind: CompletionItemKind.Reference, textEdit: TextEdit.replace(range, key),
    // An editor keeps what it finds in this: a word of the headline finds a key, too.
    filterText: `${key} ${title} ${description}`, sortText: String(items.length).padStart(4, '0'), data, ...further,
  });
  for (const { key, title, outlet, issued, path: noted } of worksIn(bibliography.text ?? '')) {
    if (known.has(key)) continue;
    known.add(key);
    if (items.length >= MOST_WORKS && !key.startsWith(open.typed)) continue;
    const words = [title, outlet, issued].filter((part) => part !== '').join(' · ');
    add(key, title, [outlet, issued.split('-')[0]].filter(Boolean).join(' · '), noted === undefined ? { words } : { file: path.resolve(folder, noted), words });
  }
  const citer = await Citer.of(context, document, keyed(settings));
  const words = open.typed.replaceAll('-', ' ').trim();
  const found = await findArticles(store, words, MOST, token), byWords = found.length;
  // Beside what the words find, the newest: a key that is typed from memory has words of its own.
  if (words !== '' && byWords < MOST) found.push(...(await findArticles(store, '', MOST - byWords, token)));
  for (const [rank, { article, title }] of found.entries()) {
    const { key, bibliography: change } = citer.cite(article);
    if (token.isCancellationRequested) return undefined;
    if (key === undefined || !change || known.has(key)) continue;
    known.add(key);
    const { label, published } = nameSource(article, t), description = `${label} · ${published}`;
    add(key, title, description, { file: article.path, ordinal: article.ordinal }, {
      filterText: `${rank < byWords ? open.typed : ''} ${key} ${title} ${description}`.trim(), command: { title: t('Add Citation'), command: ServerCommand.addCitation, arguments: [document.uri, article.id] },
    });
  }
  return items.length > 0 ? { isIncomplete: true, items } : undefined;
}

/** The article, for the side of the list; for other works what the bibliography states. */
export async function resolveKey(context: ServerContext, item: CompletionItem, { file, ordinal, words }: KeyData): Promise<CompletionItem> {
  const articles: readonly ArticleRecord[] = file === undefined ? [] : ((await context.session.store?.articlesAt(file)) ?? []).filter((article) => ordinal === undefined || article.ordinal === ordinal);
  const value = articles.length > 0 ? articlesMarkdown(articles, context.links) : plain(words ?? '');
  return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** Whether a bracket is open before an offset, in the same paragraph. */
function inBrackets(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 500), offset);
  return before.lastIndexOf('[') > Math.max(before.lastIndexOf(']'), before.lastIndexOf('\n\n'));
}
