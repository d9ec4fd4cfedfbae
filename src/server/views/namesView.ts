import { t } from '@vscode/l10n';
import { digits } from '../digits';
import type { CorpusStore, NameRecord } from '../../corpus/store/store';
import { countEvents, listEvents } from '../../features/listEvents';
import { countNames, namesByWords, namesOfKind } from '../../features/listNames';
import type { NamesOptions, Row, RowsAnswer } from '../protocol';
import { allOf, nothing, type ViewContext } from './context';
import { belowEvent, eventRows } from './eventRows';
import { kindHeading, nameIcons, type NameKind, nameRow } from './nameRows';
import { mentionRow, quotationRow } from './passages';
import { rowId, stepsOf } from './rowId';
import { namesInWords, spokenOf } from './words';

/** Quotations of one speaker that are listed. */
const QUOTATIONS = 200;

/** Rows of the names view. */
export async function namesView({ store, page }: ViewContext, { words, order }: NamesOptions, of: string | undefined): Promise<RowsAnswer> {
  const steps = stepsOf(of), step = steps.at(-1);
  if (!step || of === undefined) return firstLevel(store, words, page);
  const name = Number(steps.findLast(({ kind }) => kind === 'name')?.key ?? NaN);
  switch (step.kind) {
    case 'kind': {
      const kind = step.key as NameKind;
      return { rows: (await namesOfKind(store, kind, order, page)).map((each) => nameRow(of, each)), total: await store.countNames(kind) };
    }
    case 'name': return belowName(store, of, name, page);
    case 'quotations': return allOf((await store.quotations({ words: '', speakers: [name], limit: QUOTATIONS })).map((each) => quotationRow(of, each, 'speaker')), page);
    case 'events': return { rows: await eventRows(store, of, await listEvents(store, {}, { name }, 'newest', page), ''), total: await countEvents(store, {}, { name }) };
    case 'event': return allOf(await belowEvent(store, of, step.key), page);
    default: return nothing;
  }
}

async function firstLevel(store: CorpusStore, words: string, page: ViewContext['page']): Promise<RowsAnswer> {
  if (words.trim() !== '') {
    const { total, names } = await namesByWords(store, words, page);
    return { rows: names.map((name) => nameRow(undefined, name)), total, ...(total === 0 ? {} : { message: total === 1 ? t('1 name matches “{0}”', words.trim()) : t('{0} names match “{1}”', total, words.trim()) }) };
  }
  const kinds = await countNames(store);
  return allOf(kinds.map(({ kind, count }, i): Row => ({
    id: rowId(undefined, 'kind', kind), kind: 'group', label: kindHeading(kind), description: digits(count), icon: nameIcons[kind],
    spoken: spokenOf(kindHeading(kind), namesInWords(count)), children: i === 0 ? 'open' : 'closed',
  })), page);
}

/** Below a name: roles, other forms, quotations and events, then the passages, most telling first. */
async function belowName(store: CorpusStore, of: string, id: number, { offset, limit }: ViewContext['page']): Promise<RowsAnswer> {
  const name = await store.name(id);
  if (!name) return nothing;
  const facts = await factRows(store, of, name);
  const passages = await store.mentions(id, { offset, limit });
  // A sentence may mention a name twice, and is listed once.
  const rows = new Map(passages.map((passage) => mentionRow(of, passage)).map((row) => [row.id, row]));
  return { rows: offset === 0 ? [...facts, ...rows.values()] : [...rows.values()], total: name.mentions };
}

async function factRows(store: CorpusStore, of: string, { id, roles, aliases }: NameRecord): Promise<Row[]> {
  const fact = (kind: string, label: string, icon: string): Row => ({ id: rowId(of, kind), kind: 'fact', label, tooltip: label, icon, spoken: label });
  const group = (kind: string, label: string, icon: string, count?: number): Row => ({
    id: rowId(of, kind), kind: 'group', label, icon, children: 'closed', spoken: spokenOf(label, count === undefined ? undefined : digits(count)), ...(count === undefined ? {} : { description: digits(count) }),
  });
  const events = await countEvents(store, {}, { name: id });
  const quoted = (await store.quotations({ words: '', speakers: [id], limit: 1 })).length > 0;
  return [
    ...(roles.length > 0 ? [fact('roles', t('Roles: {0}', roles.join('; ')), 'briefcase')] : []),
    ...(aliases.length > 0 ? [fact('aliases', t('Also: {0}', aliases.join('; ')), 'tag')] : []),
    ...(quoted ? [group('quotations', t('Own words'), 'quote')] : []),
    ...(events > 0 ? [group('events', t('Events'), 'calendar', events)] : []),
  ];
}
