import { t } from '@vscode/l10n';
import { digits } from '../digits';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../../corpus/lines';
import type { ArticleRecord } from '../../corpus/store/store';
import { type DraftEntry, useOfSources } from '../../features/draftOverview';
import { listSources, type SourceSelection } from '../../features/listSources';
import { nameSource } from '../../features/sourceLabel';
import type { QuoteStatus } from '../../features/verification/compare';
import type { SourceMatch } from '../../features/verification/verifyQuote';
import { toUri } from '../convert';
import type { Row, RowsAnswer } from '../protocol';
import { allOf, nothing, type ViewContext } from './context';
import { articleData, articleLabel, articleLines } from './passages';
import { rowId, stepsOf } from './rowId';
import { sourceRow } from './sourcesView';
import { articlesInWords, joined, onOneLine, shortened, spokenOf } from './words';

/** A draft that was checked, with its quotes and citations. */
export interface DraftOfView {
  readonly document: TextDocument;
  readonly entries: readonly DraftEntry[];
}

/** Characters of a quote, so that its status beside it is seen. */
const LABEL = 44;
const startOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

type Looks = { readonly words: string; readonly icon: string; readonly colour?: string };

/** A status in words, with the icon that shows it. */
function looksOf(status: QuoteStatus): Looks {
  switch (status) {
    case 'exact': return { words: t('exact'), icon: 'pass', colour: 'testing.iconPassed' };
    case 'typographic': return { words: t('exact but for marks'), icon: 'pass', colour: 'testing.iconPassed' };
    case 'altered lawfully': return { words: t('altered lawfully'), icon: 'edit' };
    case 'misquoted': return { words: t('misquoted'), icon: 'warning', colour: 'list.warningForeground' };
    case 'not found': return { words: t('in no source'), icon: 'question', colour: 'list.warningForeground' };
  }
}

/** Rows of the view of the draft; nothing while it has not been checked. */
export async function draftView(context: ViewContext, draft: DraftOfView | undefined, of: string | undefined): Promise<RowsAnswer> {
  if (!draft) return nothing;
  const { page } = context, step = stepsOf(of).at(-1);
  if (!step || of === undefined) return firstLevel(context, draft);
  switch (step.kind) {
    case 'text': return allOf(entryRows(draft, of).map(({ row }) => row), page);
    case 'used': return sourceRows(context, draft, of, 'used');
    case 'unused': return sourceRows(context, draft, of, 'unused');
    case 'entry': {
      const found = entryRows(draft, stepsOf(of).length > 1 ? of.slice(0, of.lastIndexOf('>')) : undefined).find(({ row }) => row.id === of);
      return found ? allOf(belowEntry(of, found.entry), page) : nothing;
    }
    default: return nothing;
  }
}

async function sourceRows({ store, page, roots }: ViewContext, { entries }: DraftOfView, of: string, show: SourceSelection['show']): Promise<RowsAnswer> {
  const { total, sources } = await listSources(store, { words: '', order: show === 'used' ? 'use' : 'date', show }, useOfSources(entries), page);
  return { rows: sources.map((source) => ({ ...withoutChildren(sourceRow(of, source, roots)) })), total };
}

/** The quotations and events of an article stand in the view of the sources. */
function withoutChildren({ children: _, ...row }: Row): Row {
  return row;
}

async function firstLevel({ store, page }: ViewContext, { entries }: DraftOfView): Promise<RowsAnswer> {
  if (entries.length === 0) return nothing;
  const used = useOfSources(entries).size, unused = Math.max(0, (await store.counts()).articles - used);
  const group = (kind: string, label: string, count: number, icon: string, children: 'open' | 'closed', spoken: string): Row => ({ id: rowId(undefined, kind), kind: 'group', label, description: digits(count), icon, children, spoken: spokenOf(label, spoken) });
  return allOf([
    group('text', t('Quotes and citations'), entries.length, 'list-ordered', 'open', digits(entries.length)),
    ...(used > 0 ? [group('used', t('Sources used'), used, 'check-all', 'closed', articlesInWords(used))] : []),
    ...(unused > 0 ? [group('unused', t('Sources not used'), unused, 'circle-outline', 'closed', articlesInWords(unused))] : []),
  ], page);
}

/** Each entry with its row; what reads alike is told apart by its turn. */
function entryRows(draft: DraftOfView, of: string | undefined): { readonly row: Row; readonly entry: DraftEntry }[] {
  const turns = new Map<string, number>();
  return draft.entries.map((entry) => {
    const key = `${entry.kind} ${(entry.kind === 'quote' ? entry.check.words : entry.text).slice(0, 80)}`, turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    const id = rowId(of, 'entry', `${key} ${turn}`);
    return { entry, row: entry.kind === 'quote' ? quoteRow(draft, id, entry) : citationRow(draft, id, entry) };
  });
}

function placeOf({ document }: DraftOfView, { start, end }: DraftEntry): Pick<Row, 'location' | 'range'> {
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return { range, location: { uri: document.uri, range } };
}

function quoteRow(draft: DraftOfView, id: string, entry: DraftEntry & { readonly kind: 'quote' }): Row {
  const { check, findings } = entry, looks = looksOf(check.status), words = `“${onOneLine(check.words)}”`, best = check.matches[0];
  const ignored = check.ignored ? t('not checked, by a comment') : '', source = best ? articleLabel(best.article) : undefined;
  const worse = findings.some(({ code }) => code !== 'typographic' && code !== 'altered');
  return {
    id, kind: `quote${best ? ' found' : ''}${worse ? ' finding' : ''}`, label: shortened(words, LABEL), description: joined(looks.words, source, ignored, citationTrouble(findings.map(({ code }) => code))),
    tooltip: [words, joined(looks.words, ignored), ...findings.map(({ said }) => said(t))].filter(Boolean).join('\n'),
    icon: check.ignored ? 'eye-closed' : looks.icon, ...(looks.colour && !check.ignored ? { colour: looks.colour } : {}),
    spoken: spokenOf(t('quote'), looks.words, ignored, words, source, ...findings.map(({ said }) => said(t))),
    children: 'closed', ...placeOf(draft, entry),
  };
}

/** What is wrong beside the words, in few words. */
function citationTrouble(codes: readonly string[]): string {
  if (codes.includes('wrong-speaker')) return t('another speaker');
  if (codes.includes('wrong-citation')) return t('cited elsewhere');
  return '';
}

function citationRow(draft: DraftOfView, id: string, entry: DraftEntry & { readonly kind: 'citation' }): Row {
  const text = onOneLine(entry.text), names = entry.articles.map((article) => joined(articleLabel(article), nameSource(article, t).published));
  const missing = entry.missing.length > 0 ? t('not in the bibliography') : '', unknown = names.length === 0 && missing === '' ? t('no article of the corpus') : '';
  const [article] = entry.articles;
  return {
    id, kind: `citation${article ? ' article' : ''}`, label: text, description: joined(...names, missing, unknown), tooltip: [text, ...names, missing, unknown, ...entry.findings.map(({ said }) => said(t))].filter(Boolean).join('\n'),
    icon: missing || entry.findings.length > 0 ? 'warning' : 'references', ...(missing || entry.findings.length > 0 ? { colour: 'list.warningForeground' } : {}),
    spoken: spokenOf(t('citation'), text, ...names, missing, unknown, ...entry.findings.map(({ said }) => said(t))),
    ...(article ? { children: 'closed' as const, data: articleData(article), item: { kind: 'article' as const, id: article.id } } : {}), ...placeOf(draft, entry),
  };
}

/** Below a quote: what was found, and the passages it stands in; below a citation: its articles. */
function belowEntry(of: string, entry: DraftEntry): Row[] {
  const findings = entry.findings.map(({ code, said }, i): Row => ({ id: rowId(of, 'finding', `${code} ${i}`), kind: 'finding', label: said(t), tooltip: said(t), icon: 'warning', colour: 'list.warningForeground', spoken: said(t) }));
  if (entry.kind === 'quote') return [...findings, ...entry.check.matches.map((match) => matchRow(of, match))];
  return [...findings, ...entry.articles.map((article) => citedRow(of, article))];
}

function citedRow(of: string, article: ArticleRecord): Row {
  const label = articleLabel(article), { published } = nameSource(article, t);
  return {
    id: rowId(of, 'article', article.id), kind: 'article', label, description: published, tooltip: articleLines(article), icon: 'file-text', spoken: spokenOf(t('article'), label, published),
    location: { uri: toUri(article.path), range: startOfFile }, item: { kind: 'article', id: article.id }, data: articleData(article),
  };
}

function matchRow(of: string, { article, comparison, source }: SourceMatch): Row {
  const label = articleLabel(article), { published } = nameSource(article, t), { text } = source.words, words = onOneLine(text.slice(comparison.source.start, comparison.source.end)), looks = looksOf(comparison.status);
  return {
    id: rowId(of, 'match', article.id), kind: 'match article', label, description: joined(published, looks.words, words), tooltip: `${articleLines(article)}\n\n${words}`,
    icon: 'file-text', spoken: spokenOf(t('stands in {0}', label), published, looks.words, words),
    location: { uri: toUri(article.path), range: new LineIndex(text).range(comparison.source.start, comparison.source.end) }, item: { kind: 'article', id: article.id }, data: articleData(article),
  };
}
