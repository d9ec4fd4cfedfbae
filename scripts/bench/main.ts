/** `npm run bench`: see `options.ts`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodePath } from '../with-node.mjs';
import type { Asked, Built, Task } from './child';
import { articlesIn } from './corpus/articles';
import { corpusFolder } from './corpus/files';
import { allEngines } from './engines';
import { readOptions, usage, type Options } from './options';
import { type AllQueries, makeQueries } from './queries';
import { growthTable, lineOf, table, type Row } from './table';

/** Questions of each kind that are asked before anything is measured. */
const WARMING = 12, SEED_OF_WARMING = 11;

const note = (line: string): void => console.error(line);

/** Runs a task in a process of its own. Rejects, in words, when it fails or takes too long. */
function run<T extends Built | Asked>(task: Task, { patience, memory }: Options): Promise<T> {
  const child = spawn(nodePath, [`--max-old-space-size=${memory}`, '--import', 'tsx', path.join(import.meta.dirname, 'child.ts'), JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let last = '', done = 0, rest = '', complaint = '', late = false;
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (line.startsWith('progress ')) done = Number(line.slice(9));
      else last = line;
    }
  });
  child.stderr.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString()).slice(-4000); });
  const timer = setTimeout(() => { late = true; child.kill('SIGKILL'); }, patience * 1000);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0 && last.startsWith('{')) resolve(JSON.parse(last) as T);
      else if (late) reject(new Error(`given up after ${patience} s${done > 0 ? `, at ${done.toLocaleString('en')} articles` : ''}`));
      else if (/heap out of memory|Invalid string length|Cannot create a string/.test(complaint)) reject(new Error(/heap/.test(complaint) ? `runs out of ${memory} MB` : 'its index is longer than a string may be'));
      else reject(new Error(`fails: ${complaint.split('\n').find((line) => line.includes('Error'))?.slice(0, 120) ?? code}`));
    });
  });
}

async function measureSize(folder: string, options: Options, rows: Row[]): Promise<void> {
  const articles = articlesIn(folder), size = articles.paths.length;
  const text = articles.paths.reduce((sum, file) => sum + statSync(file).size, 0);
  note(`${size.toLocaleString('en')} articles, ${(text / 1e6).toFixed(1)} MB of text, ${(text / size / 1000).toFixed(1)} KB an article`);
  const work = path.join(os.tmpdir(), 'attest-bench', `work-${process.pid}`), queries = path.join(work, 'queries.json');
  mkdirSync(work, { recursive: true });
  writeFileSync(queries, JSON.stringify({ warming: makeQueries(articles, WARMING, SEED_OF_WARMING), measured: makeQueries(articles, options.queries) } satisfies AllQueries));
  for (const engine of allEngines()) {
    if (options.engines && !options.engines.some((wanted) => engine.name.toLowerCase().includes(wanted))) continue;
    const row = { size, engine: engine.name, text };
    if (size > engine.most) { rows.push({ ...row, failure: `not beyond ${engine.most.toLocaleString('en')}` }); continue; }
    const kept = options.keep === null ? undefined : path.resolve(options.keep, `${engine.name} ${size}`), place = kept ?? path.join(work, 'index');
    const stands = kept !== undefined && existsSync(path.join(kept, '.built'));
    if (!stands) rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    const task = { engine: engine.name, folder, place, queries };
    let built: Built | undefined;
    try {
      if (!stands) {
        built = await run<Built>({ ...task, what: 'build' }, options);
        note(`  ${engine.name}: built in ${built.seconds.toFixed(1)} s ${JSON.stringify(built.notes)}`);
        if (kept !== undefined) writeFileSync(path.join(kept, '.built'), '');
      }
      rows.push({ ...row, ...(built ? { built } : {}), asked: await run<Asked>({ ...task, what: 'ask' }, options) });
    } catch (error) {
      note(`  ${engine.name}: ${(error as Error).message}`);
      rows.push({ ...row, ...(built ? { built } : {}), failure: (error as Error).message });
    }
    // A run that is broken off has told what it measured.
    note(`  ${lineOf(rows.at(-1)!)}`);
  }
  rmSync(work, { recursive: true, force: true });
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') { console.error(`${options}\n\n${usage}`); return 2; }
  if (!existsSync(path.join(import.meta.dirname, '../../dist/server.js'))) { console.error('The bundles are missing: run npm run build first.'); return 2; }
  const rows: Row[] = [];
  for (const size of options.sizes) await measureSize(corpusFolder(options.seed, size), options, rows);
  if (options.corpus !== null) await measureSize(path.resolve(options.corpus), options, rows);
  const [cpu] = os.cpus();
  console.log(`${table(rows)}\n\n${growthTable(rows)}\n\nLatencies are p50/p95/p99 in milliseconds, then the share of right answers. ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${os.loadavg()[0]!.toFixed(1)} at the end.`);
  return 0;
}

void main(process.argv.slice(2)).then((code) => { process.exitCode = code; });
