import * as vscode from 'vscode';
import {
  type ArticleFieldValues, type ArticleItem, correctionsFilesRequest, type CorrectionsFile, correctRequest, type CorrectionResult, type CorrectParams, type EventItem,
  type NameItem, type NamePassage, namePassagesRequest, type SourceLabel,
} from '../server/protocol';
import { chooseArticle, chooseEvent, chooseName, countedMentions } from './chooseThing';
import type { AttestClient } from './client';
import { shown } from './passage';
import { inform, warn } from './tell';

const { t } = vscode.l10n;

/** What a correction is asked for: an item of the protocol, or a node of a view that holds one. A second argument lists all that are selected. */
type Node<Key extends string, Item> = Item | { readonly [key in Key]: Item };

/** Commands that correct what was found; each takes nodes of the views or, from the palette, asks. All write `attest.yml`. */
export function registerCorrections(client: AttestClient): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register('attest.names.merge', async (node?: Node<'name', NameItem>, nodes?: readonly Node<'name', NameItem>[]) => mergeNames(client, await names(client, node, nodes, t('Merge Names')))),
    register('attest.names.split', async (node?: Node<'name', NameItem>) => splitName(client, (await names(client, node, undefined, t('Split a Name')))[0])),
    register('attest.names.rename', async (node?: Node<'name', NameItem>) => renameName(client, (await names(client, node, undefined, t('Rename a Name')))[0])),
    register('attest.names.notAName', async (node?: Node<'name', NameItem>, nodes?: readonly Node<'name', NameItem>[]) => {
      const chosen = await names(client, node, nodes, t('Not a Name'));
      if (chosen.length > 0) await correct(client, { correction: 'not names', names: chosen.map(({ id }) => id) }, chosen.length === 1 ? t('{0} counts as a name no longer.', listed(chosen)) : t('{0} count as names no longer.', listed(chosen)));
    }),
    register('attest.events.hide', async (node?: Node<'event', EventItem>, nodes?: readonly Node<'event', EventItem>[]) => {
      const chosen = await events(client, node, nodes, t('Hide an Event'));
      if (chosen.length > 0) await correct(client, { correction: 'hide events', events: chosen.map(({ id }) => id) }, chosen.length === 1 ? t('“{0}” is hidden.', chosen[0]!.title) : t('{0} events are hidden.', chosen.length));
    }),
    register('attest.events.merge', async (node?: Node<'event', EventItem>, nodes?: readonly Node<'event', EventItem>[]) => mergeEvents(client, await events(client, node, nodes, t('Merge Events')))),
    register('attest.article.setOutlet', (node?: ArticleNode, nodes?: readonly ArticleNode[]) => setField(client, 'outlet', node, nodes)),
    register('attest.article.setDate', (node?: ArticleNode, nodes?: readonly ArticleNode[]) => setField(client, 'date', node, nodes)),
    register('attest.article.setUrl', (node?: ArticleNode, nodes?: readonly ArticleNode[]) => setField(client, 'url', node, nodes)),
    register('attest.openCorrections', () => openCorrections(client)),
  ];
}

type ArticleNode = SourceLabel | { readonly article: SourceLabel } | { readonly source: SourceLabel | { readonly article: SourceLabel } };

async function names(client: AttestClient, node: Node<'name', NameItem> | undefined, nodes: readonly Node<'name', NameItem>[] | undefined, title: string): Promise<NameItem[]> {
  const given = (nodes ?? (node ? [node] : [])).flatMap((each) => ('name' in each ? [each.name] : 'canonical' in each ? [each] : []));
  if (given.length > 0) return given;
  const chosen = await chooseName(client, title);
  return chosen ? [chosen] : [];
}

async function events(client: AttestClient, node: Node<'event', EventItem> | undefined, nodes: readonly Node<'event', EventItem>[] | undefined, title: string): Promise<EventItem[]> {
  const given = (nodes ?? (node ? [node] : [])).flatMap((each) => ('event' in each ? [each.event] : 'disagreements' in each ? [each] : []));
  if (given.length > 0) return given;
  const chosen = await chooseEvent(client, title);
  return chosen ? [chosen] : [];
}

async function mergeNames(client: AttestClient, chosen: readonly NameItem[]): Promise<void> {
  const [first] = chosen;
  if (!first) return;
  const other = chosen.length === 1 ? await chooseName(client, t('Merge “{0}” with', first.canonical), first) : undefined;
  const all = [...chosen, ...(other ? [other] : [])].filter((name, i, list) => list.findIndex(({ id }) => id === name.id) === i);
  if (all.length < 2) return;
  const picked = await vscode.window.showQuickPick(all.map((name) => ({ label: shown(name.canonical), description: countedMentions(name), name })), { title: t('Merge Names'), placeHolder: t('Which form is shown?') });
  if (!picked) return;
  const ordered = [picked.name, ...all.filter((name) => name !== picked.name)];
  await correct(client, { correction: 'merge names', names: ordered.map(({ id }) => id) }, t('{0} are one name.', listed(all)));
}

async function splitName(client: AttestClient, name: NameItem | undefined): Promise<void> {
  if (!name) return;
  const passages = (await client.request<NamePassage[]>(namePassagesRequest, { id: name.id, limit: 1000 })) ?? [];
  const byArticle = new Map(passages.map((passage) => [passage.source.uri, passage]).reverse() as [string, NamePassage][]);
  const items = [...byArticle.values()].reverse().map(({ source, text }) => ({ label: shown(source.label), description: source.published, detail: shown(text), uri: source.uri }));
  const articles = await vscode.window.showQuickPick(items, { title: t('Split “{0}”', name.canonical), placeHolder: t('In which sources is it somebody else?'), canPickMany: true, matchOnDetail: true });
  if (!articles || articles.length === 0) return;
  const bearer = await vscode.window.showInputBox({ title: t('Split “{0}”', name.canonical), prompt: t('Who or what is it in these sources? A name of the corpus, or a name of your own.'), value: name.canonical });
  if (!bearer?.trim()) return;
  await correct(client, { correction: 'split name', name: name.id, into: [{ name: bearer.trim(), articles: articles.map(({ uri }) => uri) }] }, articles.length === 1 ? t('“{0}” is “{1}” in one source.', name.canonical, bearer.trim()) : t('“{0}” is “{1}” in {2} sources.', name.canonical, bearer.trim(), articles.length));
}

async function renameName(client: AttestClient, name: NameItem | undefined): Promise<void> {
  if (!name) return;
  const form = await vscode.window.showInputBox({ title: t('Rename “{0}”', name.canonical), prompt: t('The form to show. Leave it empty for the form of the articles.'), value: name.canonical });
  if (form === undefined) return;
  await correct(client, { correction: 'rename name', name: name.id, shown: form.trim() || null }, form.trim() ? t('“{0}” is shown as “{1}”.', name.canonical, form.trim()) : t('“{0}” is shown as the articles have it.', name.canonical));
}

async function mergeEvents(client: AttestClient, chosen: readonly EventItem[]): Promise<void> {
  const [first] = chosen;
  if (!first) return;
  const other = chosen.length === 1 ? await chooseEvent(client, t('Merge “{0}” with', first.title)) : undefined;
  const all = [...chosen, ...(other ? [other] : [])].filter((event, i, list) => list.findIndex(({ id }) => id === event.id) === i);
  if (all.length < 2) return;
  const picked = await vscode.window.showQuickPick(all.map((event) => ({ label: shown(event.title), description: event.date, event })), { title: t('Merge Events'), placeHolder: t('Which line and date are shown?') });
  if (!picked) return;
  await correct(client, { correction: 'merge events', events: [picked.event, ...all.filter((event) => event !== picked.event)].map(({ id }) => id) }, t('{0} events are one: “{1}”.', all.length, picked.event.title));
}

const prompts = {
  outlet: { title: t('Set Outlet'), prompt: t('The newspaper, agency or site that published it. Leave it empty for what the article states.') },
  date: { title: t('Set Publication Date'), prompt: t('As year-month-day, such as 2024-04-12; a month or a year is enough, or “unknown”. Leave it empty for what the article states.') },
  url: { title: t('Set Web Address'), prompt: t('Begins with http:// or https://. Leave it empty for what the article states.') },
} as const;

async function setField(client: AttestClient, field: keyof typeof prompts, node?: ArticleNode, nodes?: readonly ArticleNode[]): Promise<void> {
  const { title, prompt } = prompts[field];
  const given = (nodes ?? (node ? [node] : [])).map(labelOf).filter((label) => label !== undefined);
  const chosen = given.length > 0 ? given : ((article?: ArticleItem) => (article ? [article.source] : []))(await chooseArticle(client, title));
  const [first] = chosen;
  if (!first) return;
  const value = await vscode.window.showInputBox({ title: `${title}: ${chosen.length === 1 ? first.title ?? first.label : t('{0} articles', chosen.length)}`, prompt, value: field === 'outlet' ? first.outlet ?? '' : '' });
  if (value === undefined) return;
  const fields: ArticleFieldValues = { [field]: value.trim() || null };
  await correct(client, { correction: 'articles', articles: chosen.map(({ uri }) => uri), fields }, `${title}: ${value.trim() || t('as the article states')}.`);
}

function labelOf(node: ArticleNode): SourceLabel | undefined {
  if ('uri' in node) return node;
  const inner = 'article' in node ? node.article : 'source' in node ? node.source : undefined;
  return inner && 'article' in inner ? inner.article : inner;
}

async function correct(client: AttestClient, params: CorrectParams, done: string): Promise<void> {
  const result = await client.request<CorrectionResult>(correctRequest, params);
  if (!result) return;
  const open = t('Open attest.yml'), { uri, position } = result;
  const message = result.warning ? warn(`Attest: ${result.warning}`, ...(uri ? [open] : [])) : inform(`Attest: ${done}`, open);
  void message.then((choice) => {
    if (choice !== open || !uri) return;
    const at = position ? new vscode.Position(position.line, position.character) : undefined;
    void vscode.window.showTextDocument(vscode.Uri.parse(uri, true), at ? { selection: new vscode.Range(at, at) } : {});
  });
}

/** Opens the file of corrections; one that does not exist is opened as it would begin, and written when it is saved. */
async function openCorrections(client: AttestClient): Promise<void> {
  const files = (await client.request<CorrectionsFile[]>(correctionsFilesRequest)) ?? [];
  if (files.length === 0) {
    void inform(t('Attest: there is no corpus folder yet whose articles could be corrected.'));
    return;
  }
  const file = files.length === 1 ? files[0] : (await vscode.window.showQuickPick(files.map((each) => ({ label: each.path, file: each })), { title: t('Open Corrections'), placeHolder: t('Of which corpus folder?') }))?.file;
  if (!file) return;
  const uri = vscode.Uri.parse(file.uri, true);
  if (file.beginWith === undefined) {
    await vscode.window.showTextDocument(uri);
    return;
  }
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' })));
  if (editor.document.getText() === '') await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), file.beginWith!));
}

function listed(names: readonly NameItem[]): string {
  const forms = names.map(({ canonical }) => `“${canonical}”`);
  return forms.length < 2 ? forms.join('') : t('{0} and {1}', forms.slice(0, -1).join(', '), forms.at(-1)!);
}
