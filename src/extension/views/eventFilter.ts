import * as vscode from 'vscode';
import {
  type ArticleItem, articlesRequest, checkRangeRequest, type EventFilter, type EventTypeChoice, eventTypesRequest, type NameItem, namesRequest,
} from '../../server/protocol';
import type { AttestClient } from '../client';
import { shown } from '../passage';
import { searchPick } from '../searchPick';

type Part = 'words' | 'name' | 'type' | 'article' | 'range' | 'clear';
type Choice = vscode.QuickPickItem & { readonly part: Part };

const nameIcons = { person: 'person', organisation: 'organization', place: 'location' } as const;

/** Asks what the events are to have: words that are typed at once, or another part that is asked for next. Undefined when nothing is chosen. */
export async function askEventFilter(client: AttestClient, filter: EventFilter): Promise<EventFilter | undefined> {
  const { t } = vscode.l10n;
  const part = await pickPart(filter);
  if (part === undefined) return undefined;
  switch (part.part) {
    case 'clear': return {};
    case 'words': return withPart(filter, { words: part.words });
    case 'name': {
      const name = await searchPick<NameItem>({
        title: t('Filter Events by Name'), placeholder: t('Name of a person, organisation or place'),
        ask: (form, token) => client.request<NameItem[]>(namesRequest, { form, limit: 60 }, token),
        toItem: ({ canonical, kind, role, articles }) => ({ label: `$(${nameIcons[kind]}) ${shown(canonical)}`, description: shown([role, articles === 1 ? t('1 source') : t('{0} sources', articles)].filter(Boolean).join(' · ')) }),
      });
      return name && withPart(filter, { name: { id: name.id, label: name.canonical } });
    }
    case 'type': {
      const types = (await client.request<EventTypeChoice[]>(eventTypesRequest)) ?? [];
      const picked = await vscode.window.showQuickPick(types.map((each) => ({ label: `$(${each.icon}) ${each.label}`, description: String(each.count), each })), { title: t('Filter Events by Type'), placeHolder: t('What kind of event') });
      return picked && withPart(filter, { type: picked.each.type });
    }
    case 'article': {
      const article = await searchPick<ArticleItem>({
        title: t('Filter Events by Source'), placeholder: t('Outlet, headline, byline, date or words of the article'),
        ask: (words, token) => client.request<ArticleItem[]>(articlesRequest, { words, limit: 60 }, token),
        toItem: ({ title, path, source }) => ({ label: shown(title === '' ? path : title), description: shown([source.outlet, source.published].filter(Boolean).join(' · ')) }),
      });
      return article && withPart(filter, { article: { id: article.id, label: article.source.label } });
    }
    case 'range': {
      const range = await vscode.window.showInputBox({
        title: t('Filter Events by Date'), prompt: t('A year, a month or a day, or two of them with a slash'), placeHolder: '2023-10/2024', value: filter.range ?? '',
        validateInput: (value) => client.request<string | null>(checkRangeRequest, { range: value }),
      });
      return range === undefined ? undefined : withPart(filter, { range: range.trim() });
    }
  }
}

/** The filter with one part of it set; an empty one is taken out. */
function withPart(filter: EventFilter, part: EventFilter): EventFilter {
  return Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== '' && value !== undefined)) as EventFilter;
}

function pickPart(filter: EventFilter): Promise<{ readonly part: Part; readonly words: string } | undefined> {
  const { t } = vscode.l10n;
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = t('Filter Events');
  pick.placeholder = t('Words that an event, its people, its place or its passage must contain');
  pick.value = filter.words ?? '';
  const active = (part: Part, label: string, icon: string, value: string | undefined): Choice => ({ part, label: `$(${icon}) ${label}`, ...(value === undefined ? {} : { description: shown(value) }), alwaysShow: true });
  const show = (): void => {
    pick.items = [
      active('words', pick.value.trim() === '' ? t('All words') : t('Words: {0}', shown(pick.value.trim())), 'search', undefined),
      active('name', t('Name…'), 'person', filter.name?.label),
      active('type', t('Type…'), 'symbol-event', filter.type),
      active('article', t('Source…'), 'file-text', filter.article?.label),
      active('range', t('Date…'), 'calendar', filter.range),
      ...(Object.keys(filter).length > 0 ? [active('clear', t('Clear the Filter'), 'clear-all', undefined)] : []),
    ];
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const part = pick.selectedItems[0]?.part;
      resolve(part && { part, words: pick.value.trim() });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    show();
    pick.show();
  });
}
