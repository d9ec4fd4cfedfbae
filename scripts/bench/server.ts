/**
 * `npm run bench:server`: what the server takes around the questions, over generated corpora (`--sizes 3,3000,30000`): indexing from nothing while somebody writes, starting with
 * an index that is there, finding that nothing has changed, a new article, and memory when it rests (`--rest 60` seconds). `--keep DIR`: the indexes that
 * `npm run bench -- --keep DIR` has left there are taken instead of being built.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { rowsRequest } from '../../src/server/protocol';
import { temporaryFolder } from '../editor/workspace';
import { Server, type ServerOptions } from '../torture/harness/server';
import { corpusFolder } from './corpus/files';
import { takeIndex } from './keptIndex';
import { askMeanwhile } from './meanwhile';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '3,3000,30000' }, rest: { type: 'string', default: '60' }, keep: { type: 'string' } } });
const rest = Number(values.rest) * 1000;
const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** Megabytes that a process takes now, and took at the most; `–` where the system does not tell. */
function memoryOf({ process: { pid } }: Server): { readonly now: string; readonly most: string } {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const megabytes = (field: string): string => {
    const found = new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(status)?.[1];
    return found === undefined ? '–' : Math.round(Number(found) / 1024).toString();
  };
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

/** A draft that names who the corpus speaks of, with quotes half of which nobody said. */
function draftOf(article: string): string {
  const quotes = [...article.matchAll(/“([^”]{40,200})”/g)].map(([quote]) => quote);
  return `${article.slice(0, 2_000)}\n\n${quotes.flatMap((quote) => [quote, quote.replace(/ \p{L}+ /u, ' seldom ')]).join('\n\n')}\n`;
}

/** Hovers, completes, browses and types, so much that everything has been loaded. */
async function work(server: Server, workspace: string, article: string): Promise<void> {
  const draft = pathToFileURL(path.join(workspace, 'draft.md')).toString(), text = draftOf(article), lines = text.split('\n');
  await server.open(draft, text);
  await server.checked(draft, 1, 120_000);
  for (let i = 0; i < 200; i++) await server.hover(draft, i % Math.min(20, lines.length), 3 + (i * 7) % 60);
  for (let version = 2; version < 60; version++) {
    await server.replace(draft, `${text}\n“${text.slice(version * 10, version * 10 + 12)}`, version);
    await server.request('textDocument/completion', { textDocument: { uri: draft }, position: { line: lines.length, character: 13 } });
  }
  for (const words of ['', 'minister', 'attack', 'bank', 'agreement']) {
    await server.request(rowsRequest, { view: 'events', options: { filter: { words }, order: 'newest', grouping: 'date' }, offset: 0, limit: 200 });
    await server.request(rowsRequest, { view: 'names', options: { words, order: 'mentions' }, offset: 0, limit: 200 });
    await server.request(rowsRequest, { view: 'sources', options: { words, order: 'date', show: 'all' }, offset: 0, limit: 200 });
  }
  await server.checked(draft, 59, 120_000);
}

async function measure(count: number): Promise<string> {
  const workspace = temporaryFolder('bench-server'), corpus = corpusFolder(1, count), own = path.join(workspace, 'sources');
  mkdirSync(own);
  const options: ServerOptions = { roots: [workspace], storage: path.join(workspace, 'storage'), settings: { corpus: { folders: [corpus, 'sources'] } } };
  const article = readFileSync(path.join(corpus, '0000', '001.txt'), 'utf8'), hours = 3_600_000 * 4;
  try {
    let began = performance.now(), built: readonly string[] = ['–', '–', '–', '–', '–'];
    const since = (): number => performance.now() - began;
    const there = await takeIndex(values.keep, count, options);
    const building = await Server.start(options);
    const ready = building.status(({ phase, articles }) => phase === 'ready' && articles >= count, hours, 200);
    const meanwhile = there ? [] : await askMeanwhile(building, workspace, article, ready);
    await ready;
    // An index that was there has taken in what the questions of its benchmark had changed.
    if (!there) {
      const indexed = since() / 1000;
      await pause(rest);
      built = [indexed.toFixed(1), ...meanwhile, memoryOf(building).most, memoryOf(building).now];
    }
    await building.stop();

    began = performance.now();
    const server = await Server.start(options);
    const uri = pathToFileURL(path.join(workspace, 'notes.md')).toString();
    await server.open(uri, article);
    await server.hover(uri, 0, 3);
    const answers = since();
    await server.status(({ phase, articles }) => phase === 'ready' && articles >= count, hours);
    const checked = since();
    const fresh = memoryOf(server);

    began = performance.now();
    writeFileSync(path.join(own, 'new.txt'), article.replace(/\p{Lu}\p{Ll}+/u, 'Zorblax'));
    await server.status(({ articles }) => articles > count, 60_000);
    const found = since();
    await work(server, workspace, article);
    await pause(rest);
    const worked = memoryOf(server);
    await server.stop();
    const cells = [count.toLocaleString('en'), ...built, answers.toFixed(0), checked.toFixed(0), fresh.now, found.toFixed(0), worked.now, worked.most];
    return `| ${cells.join(' | ')} |`;
  } finally {
    rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function main(): Promise<void> {
  console.log(`| articles | indexed from nothing, s | hover meanwhile, ms (p50/p99) | completion meanwhile, ms | MB at the most | MB ${rest / 1000} s later | started with its index: first hover, ms | nothing has changed, ms | MB then | a new article is there, ms | MB ${rest / 1000} s after work | MB at the most |\n|${' --- |'.repeat(12)}`);
  for (const size of values.sizes.split(',').map(Number)) console.log(await measure(size));
}

void main();
