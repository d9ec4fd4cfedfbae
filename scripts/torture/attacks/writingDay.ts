/** A day of writing: a long report, typed in while articles arrive, with all that an editor asks meanwhile. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { indexChangedNotification } from '../../../src/server/protocol';
import { articlesOf, corpusFolder, textOf } from '../../bench/corpus/files';
import { root } from '../../editor/paths';
import { Random } from '../../random';
import type { Attack, Budget, Result } from '../attack';
import { freshDump } from '../harness/fresh';
import { Server } from '../harness/server';
import { compareToFresh } from '../harness/survive';
import { World } from '../harness/world';
import { longReport } from '../load/report';
import { Writer } from '../load/writer';

/** Milliseconds between two keys, and how long the main thread may compute in one go (p99). */
const KEY = 100, TURN = 20;

interface Size { readonly articles: number; readonly arriving: number; readonly words: number; readonly quotes: number; readonly seconds: number }
const whole: Size = { articles: 50_000, arriving: 1_000, words: 30_000, quotes: 400, seconds: 120 };
const part: Size = { articles: 500, arriving: 60, words: 5_000, quotes: 60, seconds: 10 };

interface Loop { readonly p50: number; readonly p99: number; readonly max: number; readonly above20: number; readonly looks: number }
interface Load { readonly passed: Loop; readonly computed: Loop; readonly cpu: number; readonly own: number }

export const writingDay: Attack = {
  name: 'load',
  async run(budget) {
    const size = budget.short ? part : whole, world = new World(0, budget.seed), own = world.own();
    rmSync(world.corpus, { recursive: true });
    const { text, quotable } = longReport(budget.seed, size.articles, size.words, size.quotes);
    const settings = { corpus: { folders: [corpusFolder(budget.seed, size.articles), 'sources'] } };
    const preload = pathToFileURL(path.join(root, 'scripts', 'torture', 'harness', 'loop.mjs')).toString();
    try {
      const server = await Server.start({ roots: [world.workspace], storage: world.storage, settings, execArgv: ['--import', preload] });
      await server.status(({ phase, articles }) => phase === 'ready' && articles === size.articles, 3_000_000, 500);
      const writer = new Writer(server, world.uriOf('report.md'), text, new Random(budget.seed));
      const results = [await writing(server, world, writer, size, quotable, budget)];
      results.push(await cancelling(server, writer));
      await server.stop();
      if (budget.short) results.push({ what: 'the index after it, compared to one built afresh', times: 1, lost: [...await compareToFresh(world, await freshDump([world.workspace], settings)), ...world.changedSince(own)], figures: '' });
      return results;
    } finally {
      world.remove();
    }
  },
};

/** Ten keys a second: sentences, quotes among them, at changing places. */
async function writing(server: Server, world: World, writer: Writer, size: Size, quotable: readonly string[], { seed }: Budget): Promise<Result> {
  const random = new Random(seed + 1), lost: string[] = [], arrived: string[] = [];
  const beginning = performance.now();
  await writer.open();
  await server.checked(writer.uri, 1, 120_000);
  const opened = performance.now() - beginning;
  server.connection.onNotification(indexChangedNotification, () => writer.refresh());
  await measured(server);
  const arriving = [...articlesOf(seed + 99, size.arriving)], folder = path.join(world.corpus, 'arriving');
  mkdirSync(folder, { recursive: true });
  let place = 0, next = '', inQuote = false, quotes = 0;
  const began = performance.now(), keys = size.seconds * 1000 / KEY;
  for (let key = 0; key < keys; key++) {
    if (next === '') {
      // A writer goes on elsewhere now and then, and stops to think.
      place = paragraphEnd(writer.text, random.below(writer.text.length - 1));
      if (key > 0) await pause(600);
      next = ` Then it was said: “${quotable[quotes++ % quotable.length]!.split(' ').slice(0, 6).join(' ')}” and so on.${random.chance(0.3) ? '\n\nA new paragraph begins.' : ''}`;
    }
    const letter = next[0]!;
    next = next.slice(1);
    await writer.type(place, letter);
    place++;
    inQuote = letter === '“' || (inQuote && letter !== '”');
    if (inQuote) writer.suggest(place);
    if (key % 7 === 0) writer.hover();
    if (key % 5 === 0) writer.settle();
    while (arrived.length < arriving.length * (key + 1) / keys) {
      const number = arrived.length, file = path.join(folder, `${number}.txt`);
      writeFileSync(`${file}.part`, textOf(arriving[number]!, false));
      renameSync(`${file}.part`, file);
      arrived.push(file);
    }
    await pause(Math.max(0, began + (key + 1) * KEY - performance.now()));
  }
  await writer.rest();
  const load = await measured(server), during = writer.checks;
  const version = writer.keys + 1;
  await server.checked(writer.uri, version, 60_000).catch((error: unknown) => lost.push(String(error)));
  await server.status(({ phase, articles }) => phase === 'ready' && articles === size.articles + size.arriving, 120_000).catch((error: unknown) => lost.push(String(error)));
  lost.push(...writer.stale);
  if (load.computed.p99 > TURN) lost.push(`the main thread computes for ${load.computed.p99.toFixed(0)} ms in one go (p99)`);
  if (during < 2) lost.push(`the draft was checked ${during} times in ${size.seconds} s`);
  if (readFileSync(arrived[0]!, 'utf8').length === 0) lost.push('an article was emptied');
  const answers = [...writer.took].map(([kind, times]) => `${kind} ${shares(times)}`).join(', ');
  const loop = ({ p50, p99, max, above20 }: Loop): string => `${p50.toFixed(1)}/${p99.toFixed(1)}/${max.toFixed(0)} ms, ${above20} above 20`;
  return {
    what: `keys typed in ${size.words} words with ${size.quotes} quotes, ${size.articles} articles, ${size.arriving} arriving`, times: writer.keys, lost,
    figures: `first check ${opened.toFixed(0)} ms, ${during} checks; main thread late p50/p99/most: ${loop(load.passed)}; computing in one go: ${loop(load.computed)}; answers p50/p99 in ms: ${answers}`,
  };
}

/** Questions that are taken back at once cost next to nothing, and are answered at once. */
async function cancelling(server: Server, writer: Writer): Promise<Result> {
  const times = 100, lost: string[] = [], places = [...writer.text.matchAll(/[A-Z][a-z]{3,} [A-Z][a-z]{3,}/g)].map(({ index }) => index);
  const at = TextDocument.create('', '', 0, writer.text), textDocument = { uri: writer.uri };
  const ask = async (count: number, cancel: boolean): Promise<number> => {
    const before = (await measured(server)).own;
    await Promise.allSettled(Array.from({ length: count }, (_, n) => {
      const source = new CancellationTokenSource(), position = at.positionAt(places[n * 7 % places.length]! + 2);
      const answer = server.connection.sendRequest('textDocument/references', { textDocument, position, context: { includeDeclaration: true } }, source.token);
      if (cancel) source.cancel();
      return answer;
    }));
    return (await measured(server)).own - before;
  };
  await pause(3_000);
  const nothing = await ask(0, false), asked = await ask(times, false) - nothing, back = await ask(times, true) - nothing;
  if (back > asked * 0.3) lost.push(`${times} questions taken back cost ${back.toFixed(0)} ms of ${asked.toFixed(0)}`);
  return { what: 'questions taken back at once', times, lost, figures: `${back.toFixed(0)} ms of computing; answered they cost ${asked.toFixed(0)}` };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function paragraphEnd(text: string, from: number): number {
  const end = text.indexOf('\n\n', from);
  return end < 0 ? text.length - 1 : end;
}

function shares(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b), at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0);
  return `${at(0.5)}/${at(0.99)} (${times.length})`;
}

/** What the server has seen of its main thread since the last time it was asked. */
async function measured(server: Server): Promise<Load> {
  const from = server.errors.length;
  server.process.kill('SIGUSR2');
  for (let tries = 0; tries < 1_000; tries++) {
    const line = /^LOOP (.*)$/m.exec(server.errors.slice(from))?.[1];
    if (line !== undefined) return JSON.parse(line) as Load;
    await pause(20);
  }
  throw new Error('the server did not look at its main thread');
}
