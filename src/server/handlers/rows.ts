import { t } from '@vscode/l10n';
import type { CorpusStore } from '../../corpus/store/store';
import { namedInSentence } from '../../draft/context';
import { phrasesAt } from '../../draft/words';
import { citeName } from '../../features/citeName';
import { articleKey, type DraftEntry, draftEntries } from '../../features/draftOverview';
import { readRange } from '../../features/eventFilter';
import { eventTypeName } from '../../features/eventWords';
import { eventTypes } from '../../features/listEvents';
import { shortened } from '../../features/oneLine';
import type { CheckedDraft, DraftChecker } from '../checking';
import { draftAt, type ServerContext } from '../context';
import { toPath } from '../convert';
import type { DraftVerification } from '../draftVerification';
import type { CheckRangeParams, EventTypeChoice, NameChoice, NamesAtParams, RowPathParams, Row, RowsAnswer, RowsParams } from '../protocol';
import { nothing } from '../views/context';
import { draftView } from '../views/draftView';
import { eventIcons } from '../views/eventRows';
import { eventsView } from '../views/eventsView';
import { namesView } from '../views/namesView';
import { pathOfItem } from '../views/rowPath';
import { sourcesView } from '../views/sourcesView';
import type { WorkspaceDrafts } from '../workspaceDrafts';
import { onArticleUses } from './articleUses';

/** Names of one sentence that the events view follows. */
const FOLLOWED = 4;

/** What rows are made from besides the index. */
export interface RowParts {
  readonly context: ServerContext;
  readonly checker: DraftChecker;
  readonly verification: DraftVerification;
  readonly drafts: WorkspaceDrafts;
}

const known = new WeakMap<CheckedDraft, Promise<readonly DraftEntry[]>>();

/** Quotes and citations of a checked draft, put together once. */
function entriesOf({ context, verification }: RowParts, store: CorpusStore, checked: CheckedDraft): Promise<readonly DraftEntry[]> {
  const read = async (): Promise<readonly DraftEntry[]> => {
    const settings = await context.settings(checked.document.uri);
    return draftEntries(store, { ...checked, references: await verification.references(checked.document, store, settings) });
  };
  let entries = known.get(checked);
  if (!entries) known.set(checked, (entries = read()));
  return entries;
}

/** Characters of a label or a description, and of a line that is read out or in a tooltip: a name or a quotation of an article may be of any length. */
const BESIDE = 300, LINE = 1_200;

/** A row as it may be shown: what steers a display is no part of it, and none is endless. */
function plain(row: Row): Row {
  const { label, description, tooltip, spoken } = row;
  return {
    ...row, label: shortened(label, BESIDE), spoken: shortened(spoken, LINE), ...(description === undefined ? {} : { description: shortened(description, BESIDE) }),
    ...(tooltip === undefined ? {} : { tooltip: tooltip.split('\n').map((line) => shortened(line, LINE)).join('\n') }),
  };
}

/** The rows of a view below one of its rows. */
export async function onRows(parts: RowParts, params: RowsParams): Promise<RowsAnswer> {
  const answer = await rowsOf(parts, params);
  return { ...answer, rows: answer.rows.map(plain) };
}

async function rowsOf(parts: RowParts, params: RowsParams): Promise<RowsAnswer> {
  const { context, checker, drafts } = parts, { store } = context.session, { of, offset, limit } = params;
  if (!store) return nothing;
  const view = { store, roots: context.roots, page: { offset, limit } };
  switch (params.view) {
    case 'events': return eventsView(view, params.options, of);
    case 'names': return namesView(view, params.options, of);
    case 'sources': return sourcesView(view, params.options, of, async () => new Map((await onArticleUses(drafts)).map(({ uri, ordinal, quotes, citations }) => [articleKey({ path: toPath(uri), ordinal }), { quoted: quotes, cited: citations }])));
    case 'draft': {
      const checked = params.options.uri === undefined ? undefined : checker.last(params.options.uri);
      return draftView(view, checked && { document: checked.document, entries: await entriesOf(parts, store, checked) }, of);
    }
  }
}

/** The rows that lead to an event or a name. */
export async function onRowPath({ session }: ServerContext, params: RowPathParams): Promise<readonly string[]> {
  return session.store ? pathOfItem(session.store, params) : [];
}

/** The names under the cursor, else those of its sentence. */
export async function onNamesAt(context: ServerContext, { uri, position }: NamesAtParams): Promise<NameChoice[]> {
  const place = draftAt(context, uri, position);
  if (!place) return [];
  const { store, draft, offset } = place, before = draft.text.slice(0, offset);
  const here = await citeName(store, { phrases: phrasesAt(draft, offset), context: before, passages: 1 });
  const found = new Map<number, NameChoice>();
  const cards = here ? [here] : await Promise.all(namedInSentence(draft, offset).slice(0, FOLLOWED).map((text) => citeName(store, { phrases: [{ text, start: 0, end: 0 }], context: before, passages: 1 })));
  for (const card of cards) for (const { name: { id, canonical } } of card?.candidates.slice(0, here ? 2 : 1) ?? []) found.set(id, { id, canonical });
  return [...found.values()];
}

/** What is wrong with a range of days; null when it can be read. */
export function onCheckRange({ range }: CheckRangeParams): string | null {
  return range.trim() === '' || readRange(range) ? null : t('Write a year, a month or a day, or two of them with a slash: 2023, 2023-10, 2023-10-07/2024');
}

/** Types of events that the corpus has. */
export async function onEventTypes({ session }: ServerContext): Promise<EventTypeChoice[]> {
  if (!session.store) return [];
  return (await eventTypes(session.store, {})).map(({ type, count }) => ({ type, count, label: eventTypeName(type, t), icon: eventIcons[type] }));
}
