/** Hostile and broken articles through the real server and the command line: what is shown is words, and nothing but words. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import * as protocol from '../../../src/server/protocol';
import { root } from '../../editor/paths';
import { nodePath } from '../../with-node.mjs';
import type { Attack, Result } from '../attack';
import { Server } from '../harness/server';
import { World } from '../harness/world';
import { type HostileCase, hostileCases, payloads } from '../hostile/cases';
import { deedsOfHtml, deedsOfMarkdown, steersDisplay } from '../hostile/harmless';

/** Characters of a line that an editor is given at most, and of a hover. */
const LONGEST = 1_300, LONGEST_HOVER = 50_000;

export const hostileArticles: Attack = {
  name: 'hostile',
  async run({ short }) {
    const world = new World(6), cases = hostileCases(short), own = world.own();
    try {
      for (const { file, bytes } of cases) writeFileSync(path.join(world.corpus, file), bytes);
      const server = await Server.start({ roots: [world.workspace], storage: world.storage });
      await server.status(({ phase }) => phase === 'ready', 300_000);
      const results = [await readings(server, cases), await shows(server, world)];
      await server.stop();
      results.push(commandLine(world));
      const owned = existsSync(path.join(world.workspace, 'owned')) ? ['a command was run'] : [];
      return [...results, { what: 'what the writer wrote, afterwards', times: Object.keys(own).length, lost: [...world.changedSince(own).filter((what) => !/sources/.test(what)), ...owned], figures: '' }];
    } finally {
      world.remove();
    }
  },
};

/** Every case is read as it should be or named to the writer, and the others are not harmed. */
async function readings(server: Server, cases: readonly HostileCase[]): Promise<Result> {
  const lost: string[] = [];
  const problems = await server.request<protocol.CorpusProblem[]>(protocol.problemsRequest);
  for (const { name, file, quotation, problem } of cases) {
    if (problem && !problems.some(({ uri }) => decodeURIComponent(uri).endsWith(file))) lost.push(`${name}: not named to the writer`);
    if (quotation === undefined) continue;
    const found = await server.request<protocol.QuotationItem[]>(protocol.quotationsRequest, { words: quotation, limit: 40 });
    if (!found.some(({ text, location }) => text.includes(quotation) && decodeURIComponent(location.uri).endsWith(file))) lost.push(`${name}: its quotation is not found`);
  }
  for (const problem of problems) lost.push(...steersDisplay(problem.message));
  const { articles } = await server.status(({ phase }) => phase === 'ready');
  if (articles < 6) lost.push(`only ${articles} articles were indexed`);
  return { what: 'hostile and broken articles read, or named to the writer', times: cases.length, lost, figures: `${articles} articles indexed, ${problems.length} problems told` };
}

/** All that an editor shows of them. */
async function shows(server: Server, world: World): Promise<Result> {
  const lost: string[] = [], { corpus } = world;
  let shown = 0;
  const markdown = (text: string | undefined, where: string): void => {
    if (text === undefined) return;
    shown++;
    if (text.length > LONGEST_HOVER) lost.push(`${where} has ${text.length} characters`);
    lost.push(...deedsOfMarkdown(text, corpus).map((deed) => `${where} makes ${deed}`));
  };
  const line = (text: string | null | undefined, where: string): void => {
    if (text === null || text === undefined) return;
    shown++;
    lost.push(...steersDisplay(text).map((deed) => `${where} holds ${deed}`));
    if (/[\r\n]/.test(text)) lost.push(`${where} is more than one line`);
    if (text.length > LONGEST) lost.push(`${where} has ${text.length} characters`);
  };
  for (let n = 0; n < payloads.length; n++) {
    const [what, payload] = payloads[n]!, uri = world.uriOf(`hostile${n}.md`);
    const quote = `We warned them of ${payload} before the harvest of ${n}`;
    const text = `Then Ann Marlow${n} and Bob Holm${n} met.\n\nShe said “${quote},” and “${quote.replace('before', 'after')}” too.\n\nHe said “warned them of\n`;
    await server.open(uri, text);
    for (const { message } of await server.checked(uri, 1, 120_000)) line(message, `${what}: a finding`);
    for (const [row, character] of [[0, 8], [0, 30], [2, 14], [2, quote.length + 25]] as const) markdown(await server.hover(uri, row, character), `${what}: the hover`);
    const list = await server.request<CompletionList | null>('textDocument/completion', { textDocument: { uri }, position: { line: 4, character: text.split('\n')[4]!.length } });
    for (const item of list?.items ?? []) {
      line(item.label, `${what}: a suggestion`);
      line(item.labelDetails?.description, `${what}: a suggestion`);
      const { documentation } = await server.request<CompletionItem>('completionItem/resolve', item);
      markdown(typeof documentation === 'object' ? documentation.value : documentation, `${what}: the side of a suggestion`);
    }
    const report = await server.request<protocol.SourceReportText | null>(protocol.sourceReportRequest, { uri, format: 'html' });
    lost.push(...[...deedsOfHtml(report?.text ?? ''), ...steersDisplay(report?.text ?? '')].map((deed) => `${what}: the exported page has ${deed}`));
    const paper = await server.request<protocol.SourceReportText | null>(protocol.sourceReportRequest, { uri, format: 'markdown' });
    lost.push(...deedsOfMarkdown((paper?.text ?? '').replace(/^#+ .*$/gm, ''), corpus).filter((deed) => !deed.startsWith('an icon')).map((deed) => `${what}: the exported Markdown has ${deed}`));
    shown += 2;
    await server.notify('textDocument/didClose', { textDocument: { uri } });
  }
  const views: protocol.ViewState[] = [
    { view: 'events', options: { filter: {}, order: 'newest', grouping: 'date' } }, { view: 'sources', options: { words: '', order: 'date', show: 'all' } }, { view: 'names', options: { words: '', order: 'mentions' } },
  ];
  const walk = async (state: protocol.ViewState, of?: string): Promise<void> => {
    const { rows } = await server.request<protocol.RowsAnswer>(protocol.rowsRequest, { ...state, ...(of === undefined ? {} : { of }), offset: 0, limit: 200 });
    for (const { id, label, description, tooltip, spoken, children } of rows) {
      for (const words of [label, description, spoken]) line(words, `a row of ${state.view}`);
      for (const words of tooltip?.split('\n') ?? []) line(words, `a tooltip of ${state.view}`);
      if (children && id.split('/').length < 4) await walk(state, id);
    }
  };
  for (const state of views) await walk(state);
  for (const { canonical, role, id } of await server.request<protocol.NameItem[]>(protocol.namesRequest, { form: 'Marlow', limit: 50 })) {
    line(canonical, 'a name');
    line(role, 'a role');
    for (const { text } of await server.request<protocol.NamePassage[]>(protocol.namePassagesRequest, { id, limit: 20 })) line(text, 'a passage of a name');
  }
  for (const item of await server.request<protocol.QuotationItem[]>(protocol.quotationsRequest, { words: 'warned', limit: 50 })) for (const words of [item.text, item.speaker, item.context, item.source.label]) line(words, 'a quotation of the pick');
  for (const item of await server.request<protocol.ArticleItem[]>(protocol.articlesRequest, { words: '', limit: 100 })) for (const words of [item.title, item.source.label, item.source.outlet]) line(words, 'an article of the pick');
  for (const { name } of await server.request<{ name: string }[]>('workspace/symbol', { query: 'Marlow' })) line(name, 'a symbol');
  await veryLong(server, world, markdown, line);
  return { what: 'what hovers, lists, suggestions, findings and exported pages make of them', times: shown, lost: [...new Set(lost)], figures: `${shown} shown texts` };
}

/** Names and quotations of great length, where a draft speaks of them. */
async function veryLong(server: Server, world: World, markdown: (text: string | undefined, where: string) => void, line: (text: string | undefined, where: string) => void): Promise<void> {
  const uri = world.uriOf('long.md'), text = 'Then Minister Ann spoke, and Marlow too.\n\nHe said “We will speak on. We will speak on. We will speak off,” then.\n\nHe said “speak on we\n';
  await server.open(uri, text);
  for (const { message } of await server.checked(uri, 1, 120_000)) line(message, 'a finding on a long quotation');
  for (const [row, character] of [[0, 15], [0, 30], [2, 20]] as const) markdown(await server.hover(uri, row, character), 'the hover on what is long');
  const list = await server.request<CompletionList | null>('textDocument/completion', { textDocument: { uri }, position: { line: 4, character: 20 } });
  for (const item of list?.items.slice(0, 5) ?? []) {
    const { documentation } = await server.request<CompletionItem>('completionItem/resolve', item);
    markdown(typeof documentation === 'object' ? documentation.value : documentation, 'the side of a long suggestion');
  }
  for (const { text: words } of await server.request<protocol.QuotationItem[]>(protocol.quotationsRequest, { words: 'speak on', limit: 50 })) line(words, 'a long quotation of the pick');
  for (const { canonical } of await server.request<protocol.NameItem[]>(protocol.namesRequest, { form: 'Ann', limit: 100 })) line(canonical, 'a long name');
}

/** All that the command line prints of them. */
function commandLine(world: World): Result {
  const lost: string[] = [], cache = path.join(world.base, 'cache');
  mkdirSync(cache);
  const quotes = payloads.map(([, payload], n) => `She said “We warned them of ${payload} after the harvest of ${n},” then.`).join('\n\n');
  writeFileSync(path.join(world.workspace, 'hostile.markdown'), quotes);
  const calls = [['check', 'hostile.markdown', '--corpus', 'sources'], ['check', 'hostile.markdown', '--corpus', 'sources', '--format', 'github'], ['check', 'hostile.markdown', '--corpus', 'sources', '--format', 'sarif'], ['events', '--corpus', 'sources', '--format', 'text'], ['find', 'Marlow', '--corpus', 'sources']];
  for (const args of calls) {
    const { stdout, stderr } = spawnSync(nodePath, [path.join(root, 'dist', 'cli.js'), ...args], { cwd: world.workspace, env: { ...process.env, XDG_CACHE_HOME: cache }, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (args.includes('sarif')) {
      const log = JSON.parse(stdout) as { runs: { results: { ruleId: string; message: { text: string } }[] }[] };
      for (const { message } of log.runs[0]!.results) lost.push(...steersDisplay(message.text).map((deed) => `SARIF holds ${deed}`));
    } else {
      for (const text of [...stdout.split('\n'), ...stderr.split('\n')]) lost.push(...steersDisplay(text).map((deed) => `attest ${args[0]} prints ${deed}`));
      const commands = stdout.split('\n').filter((text) => text.startsWith('::'));
      if (args.includes('github') && commands.some((text) => !/^::(?:error|warning|notice) file=hostile\.markdown,/.test(text))) lost.push('a command for GitHub that is not ours');
    }
  }
  return { what: 'what the command line prints of them (terminal, GitHub, SARIF)', times: calls.length, lost: [...new Set(lost)], figures: '' };
}
