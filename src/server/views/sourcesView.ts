import { t } from '@vscode/l10n';
import { digits } from '../digits';
import type { CorpusStore } from '../../corpus/store/store';
import type { SourceUse } from '../../features/draftOverview';
import { countEvents } from '../../features/listEvents';
import { listSources, type ListedSource } from '../../features/listSources';
import { inLanguage } from '../../features/phrases';
import { nameSource } from '../../features/sourceLabel';
import { queryOf } from '../../features/eventFilter';
import { shownPath, toUri } from '../convert';
import type { Row, RowsAnswer, SourcesOptions } from '../protocol';
import { allOf, nothing, type ViewContext } from './context';
import { belowEvent, eventRows } from './eventRows';
import { articleData, quotationRow } from './passages';
import { rowId, stepsOf } from './rowId';
import { articlesInWords, eventsInWords, joined, problemsInWords, shortened, spokenOf, wordsInWords } from './words';

/** How often drafts use each article, by `articleKey`. */
export type UseOfSources = ReadonlyMap<string, SourceUse>;

/** Characters of a headline, so that outlet and date beside it are seen. */
const LABEL = 30;
const startOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Rows of the sources view. */
export async function sourcesView(context: ViewContext, options: SourcesOptions, of: string | undefined, use: () => Promise<UseOfSources>): Promise<RowsAnswer> {
  const { store, page } = context, steps = stepsOf(of), step = steps.at(-1);
  if (!step || of === undefined) return firstLevel(context, options, await use());
  const article = Number(steps.find(({ kind }) => kind === 'article')?.key ?? NaN);
  switch (step.kind) {
    case 'problems': return allOf(await problemRows(context, of), page);
    case 'article': return belowArticle(store, of, article, page);
    case 'events': return { rows: await eventRows(store, of, await store.events({ ...queryOf({ article }), order: 'oldest', page }), ''), total: await store.countEvents({ article }) };
    case 'event': return allOf(await belowEvent(store, of, step.key), page);
    default: return nothing;
  }
}

async function firstLevel({ store, page, roots }: ViewContext, options: SourcesOptions, use: UseOfSources): Promise<RowsAnswer> {
  const problems = (await store.problems()).length, plain = options.words.trim() === '' && options.show === 'all';
  const top = problems > 0 && plain ? [problemsRow(problems)] : [];
  const { total, sources } = await listSources(store, options, use, page);
  const rows = sources.map((source) => sourceRow(undefined, source, roots));
  return { rows: page.offset === 0 ? [...top, ...rows] : rows, total, ...(await messageOf(store, options, total)) };
}

async function messageOf(store: CorpusStore, { words, show }: SourcesOptions, total: number): Promise<{ readonly message?: string }> {
  const shown = show === 'used' ? t('used in drafts') : show === 'unused' ? t('not used in drafts') : show === 'incomplete' ? t('date or outlet unknown') : '';
  const parts = [words.trim() && `“${words.trim()}”`, shown].filter(Boolean).join(', ');
  if (parts !== '') return total === 0 ? {} : { message: `${articlesInWords(total)}: ${parts}` };
  const { date, outlet } = await store.articlesLacking();
  if (date === 0 && outlet === 0) return {};
  return { message: joined(date > 0 && (date === 1 ? t('1 article has no date') : t('{0} articles have no date', digits(date))), outlet > 0 && (outlet === 1 ? t('1 article has no outlet') : t('{0} articles have no outlet', digits(outlet)))) };
}

function problemsRow(count: number): Row {
  const label = t('Problems of the corpus');
  return { id: rowId(undefined, 'problems'), kind: 'group problems', label, description: digits(count), icon: 'warning', colour: 'list.warningForeground', spoken: spokenOf(label, problemsInWords(count)), children: 'closed' };
}

async function problemRows({ store, roots }: ViewContext, of: string): Promise<Row[]> {
  const problems = [...(await store.problems())].sort((a, b) => Number(a.indexed) - Number(b.indexed) || (a.path < b.path ? -1 : 1));
  return problems.map(({ path, code, message: told, indexed }): Row => {
    const message = inLanguage(told, t);
    const file = shownPath(path, roots), state = indexed ? t('read all the same') : t('not read');
    return {
      id: rowId(of, 'problem', `${code} ${path}`), kind: 'problem', label: file, description: message, tooltip: `${file}\n${message}\n${state}`,
      icon: indexed ? 'info' : 'warning', ...(indexed ? {} : { colour: 'list.warningForeground' }), spoken: spokenOf(file, state, message),
      location: { uri: toUri(path), range: startOfFile }, data: { uri: toUri(path), path },
    };
  });
}

/** How the publication date is known, in words, and the icon that says so. */
function dateBasis({ metadata: { published } }: ListedSource['article']): { readonly words: string; readonly icon: string } {
  switch (published?.basis) {
    case undefined: return { words: t('date stated nowhere'), icon: 'question' };
    case 'correction': return { words: t('date set in attest.yml'), icon: 'edit' };
    case 'front matter': return { words: t('date stated in the front matter'), icon: 'file-text' };
    case 'text': return { words: t('date stated in the text'), icon: 'file-text' };
  }
}

/** How often drafts use an article; empty when they do not. */
function useInWords({ quoted, cited }: SourceUse): string {
  return joined(quoted > 0 && (quoted === 1 ? t('quoted once') : t('quoted {0} times', quoted)), cited > 0 && (cited === 1 ? t('cited once') : t('cited {0} times', cited)));
}

/** An article with what is known of it. */
export function sourceRow(parent: string | undefined, { article, use }: ListedSource, roots: readonly string[]): Row {
  const name = nameSource(article, t), outlet = name.outlet ?? t('outlet unknown'), file = shownPath(article.path, roots), basis = dateBasis(article);
  const label = name.headline || file, used = useInWords(use), { published, outlet: stated } = article.metadata;
  return {
    id: rowId(parent, 'article', article.id), kind: `article${published ? '' : ' undated'}${stated ? '' : ' unnamed'}${used ? ' used' : ''}`,
    label: shortened(label, LABEL), description: joined(outlet, published ? name.published : t('date unknown'), used),
    tooltip: [label, joined(outlet, name.published), basis.words, wordsInWords(article.words), used || t('not used in drafts'), article.metadata.url?.value, file].filter(Boolean).join('\n'),
    icon: basis.icon, ...(published ? {} : { colour: 'list.warningForeground' }),
    spoken: spokenOf(label, outlet, name.published, basis.words, wordsInWords(article.words), used || t('not used in drafts')),
    children: 'closed', location: { uri: toUri(article.path), range: startOfFile }, item: { kind: 'article', id: article.id }, data: articleData(article),
  };
}

/** Below an article: its size, its events, its quotations. */
async function belowArticle(store: CorpusStore, of: string, id: number, page: ViewContext['page']): Promise<RowsAnswer> {
  const article = await store.article(id);
  if (!article) return nothing;
  const size = wordsInWords(article.words), { words: basis } = dateBasis(article), facts = joined(size, basis);
  const events = await countEvents(store, { article: id }, {});
  const rows: Row[] = [{ id: rowId(of, 'facts'), kind: 'fact', label: facts, tooltip: facts, icon: 'info', spoken: spokenOf(size, basis) }];
  if (events > 0) rows.push({ id: rowId(of, 'events'), kind: 'group', label: t('Events'), description: digits(events), icon: 'calendar', spoken: spokenOf(t('Events'), eventsInWords(events)), children: 'closed' });
  return allOf([...rows, ...(await store.quotationsOf(id)).map((quotation) => quotationRow(of, quotation, 'article'))], page);
}
