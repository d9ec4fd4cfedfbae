import * as vscode from 'vscode';
import { type ArticleItem, articlesRequest, type EventItem, type EventSourceItem, eventSourcesRequest, findEventsRequest, type NameItem, type NamePassage, namePassagesRequest, namesRequest } from '../server/protocol';
import type { AttestClient } from './client';
import { openPassage, shown } from './passage';
import { searchPick } from './searchPick';

const { t } = vscode.l10n;
const LIMIT = 100;
const icons = { person: 'person', organisation: 'organization', place: 'location' } as const;

/** Lets the writer choose a name of the corpus; undefined when none is chosen. @param but a name that is not offered, those like it are first */
export function chooseName(client: AttestClient, title: string, but?: NameItem): Promise<NameItem | undefined> {
  return searchPick<NameItem>({
    title, placeholder: t('Name of a person, organisation or place'), openLabel: t('Show its most telling passage'),
    ask: async (form, token) => (await client.request<NameItem[]>(namesRequest, { form, limit: LIMIT, ...(but ? { like: but.canonical } : {}) }, token))?.filter(({ id }) => id !== but?.id),
    toItem: (name) => ({
      label: `$(${icons[name.kind]}) ${shown(name.canonical)}`,
      description: `${name.role ? `${shown(name.role)} · ` : ''}${countedMentions(name)}`,
    }),
    open: async ({ id }) => openFirst(await client.request<NamePassage[]>(namePassagesRequest, { id, limit: 1 })),
  });
}

/** Lets the writer choose an event; undefined when none is chosen. */
export function chooseEvent(client: AttestClient, title: string): Promise<EventItem | undefined> {
  return searchPick<EventItem>({
    title, placeholder: t('Words of the event: who, what, where'), openLabel: t('Show the passage that reports it'),
    ask: (words, token) => client.request<EventItem[]>(findEventsRequest, { words, limit: LIMIT }, token),
    toItem: (event) => ({ label: shown(event.title), description: `${event.date} · ${event.sources === 1 ? t('1 source') : t('{0} sources', event.sources)}` }),
    open: async ({ id }) => openFirst(await client.request<EventSourceItem[]>(eventSourcesRequest, { id })),
  });
}

/** Lets the writer choose an article; undefined when none is chosen. */
export function chooseArticle(client: AttestClient, title: string): Promise<ArticleItem | undefined> {
  return searchPick<ArticleItem>({
    title, placeholder: t('Words of the headline, outlet, author, date or text'), openLabel: t('Open the article'),
    ask: (words, token) => client.request<ArticleItem[]>(articlesRequest, { words, limit: LIMIT }, token),
    toItem: ({ title: headline, path, source }) => ({ label: shown(headline || source.label), description: shown(`${source.outlet ?? t('outlet unknown')} · ${source.published}`), detail: shown(path) }),
    open: ({ source }) => vscode.window.showTextDocument(vscode.Uri.parse(source.uri, true), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }),
  });
}

/** `30 in 7 sources`. */
export function countedMentions({ mentions, articles }: Pick<NameItem, 'mentions' | 'articles'>): string {
  return articles === 1 ? t('{0} in 1 source', mentions) : t('{0} in {1} sources', mentions, articles);
}

function openFirst(passages: readonly (NamePassage | EventSourceItem)[] | undefined): unknown {
  const [first] = passages ?? [];
  return first && openPassage(first.location, { beside: true, preserveFocus: true });
}
