/** A whole working session with a server: every request an editor can make, with answers that are looked at. */
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import * as protocol from '../../../src/server/protocol';
import { article } from './newsroom';
import type { Server } from './server';
import type { World } from './world';

/** Asks everything once. Returns how many requests were made, and what was not answered as it should be. */
export async function wholeSession(server: Server, world: World): Promise<{ readonly requests: number; readonly wrong: readonly string[] }> {
  const uri = world.uriOf('draft.md'), made = article(0), name = made.people[0]!, quotation = made.quotations[0]!;
  const text = [
    '---', 'bibliography: references.json', '---', '', `Then ${name} spoke of it.`, '',
    `He said “${quotation},” and “${quotation.replace('in year', 'in the year')}” again [@kept].`, '', `She said “${quotation.split(' ').slice(0, 4).join(' ')}`, '',
  ].join('\n');
  const at = (needle: string, into: number): { line: number; character: number } => {
    const before = text.slice(0, text.indexOf(needle) + into).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  };
  const wrong: string[] = [];
  let requests = 0;
  const ask = async <T>(method: string, params: unknown, good: (answer: T) => boolean): Promise<T> => {
    requests++;
    const answer = await server.request<T>(method, params).catch((error: unknown) => String(error) as T);
    if (!good(answer)) wrong.push(`${method} answered ${JSON.stringify(answer)?.slice(0, 200)}`);
    return answer;
  };
  const some = (answer: unknown): boolean => Array.isArray(answer) && answer.length > 0;
  const document = { textDocument: { uri } };

  await server.open(uri, text);
  await server.checked(uri, 1);
  for (const needle of [name, quotation, '@kept']) await ask('textDocument/hover', { ...document, position: at(needle, 2) }, (answer) => needle === '@kept' || answer !== null);
  const list = await ask<CompletionList>('textDocument/completion', { ...document, position: { line: 8, character: text.split('\n')[8]!.length } }, (answer) => (answer?.items?.length ?? 0) > 0);
  for (const item of list?.items?.slice(0, 3) ?? []) await ask<CompletionItem>('completionItem/resolve', item, (answer) => answer.documentation !== undefined);
  await ask('textDocument/completion', { ...document, position: at('@kept', 1) }, () => true);
  await ask('textDocument/definition', { ...document, position: at(quotation, 5) }, some);
  await ask('textDocument/references', { ...document, position: at(name, 2), context: { includeDeclaration: true } }, some);
  await ask('textDocument/documentLink', document, Array.isArray);
  await ask('textDocument/codeLens', document, Array.isArray);
  await ask('textDocument/codeAction', { ...document, range: { start: at(quotation, 5), end: at(quotation, 5) }, context: { diagnostics: [] } }, (answer) => answer === null || Array.isArray(answer));
  await ask('workspace/symbol', { query: name.split(' ')[1] }, some);
  for (const view of [{ view: 'events', options: { filter: {}, order: 'newest', grouping: 'date' } }, { view: 'sources', options: { words: '', order: 'date', show: 'all' } }, { view: 'names', options: { words: '', order: 'mentions' } }, { view: 'draft', options: { uri } }]) {
    const top = await ask<protocol.RowsAnswer>(protocol.rowsRequest, { ...view, offset: 0, limit: 20 }, ({ rows }) => rows.length > 0);
    await ask<protocol.RowsAnswer>(protocol.rowsRequest, { ...view, of: top?.rows[0]?.id, offset: 0, limit: 20 }, ({ rows }) => rows.length > 0);
  }
  const events = await ask<{ id: string }[]>(protocol.findEventsRequest, { words: '', limit: 20 }, some);
  await ask(protocol.eventSourcesRequest, { id: events[0]?.id }, some);
  const quotations = await ask<{ id: number }[]>(protocol.quotationsRequest, { words: quotation, limit: 10, uri, position: at(name, 0) }, some);
  await ask(protocol.quoteInsertionRequest, { id: quotations[0]?.id, uri, position: at(name, 0) }, (answer) => answer !== null);
  const articles = await ask<{ id: number }[]>(protocol.articlesRequest, { words: name, limit: 5, uri, position: at(name, 0) }, some);
  await ask(protocol.citationInsertionRequest, { id: articles[0]?.id, uri, position: at(name, 0) }, (answer) => answer !== null);
  await ask(protocol.bibliographyRequest, { uri, position: at(name, 0), style: 'chicago-author-date' }, (answer) => answer !== undefined);
  for (const format of ['markdown', 'html']) await ask<{ text: string } | null>(protocol.sourceReportRequest, { uri, format }, (answer) => (answer?.text ?? '').includes(quotation.slice(0, 20)));
  const names = await ask<{ id: number }[]>(protocol.namesRequest, { form: name.split(' ')[1], limit: 5 }, some);
  await ask(protocol.namePassagesRequest, { id: names[0]?.id, limit: 5 }, some);
  await ask(protocol.problemsRequest, undefined, Array.isArray);
  await ask(protocol.rescanRequest, undefined, () => true);
  await server.notify('textDocument/didClose', document);
  return { requests, wrong };
}
