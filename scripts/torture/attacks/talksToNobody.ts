/** The server and the command line under Node's permission model: what they touch beyond what they may is refused and counted. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodePath } from '../../with-node.mjs';
import type { Attack, Result } from '../attack';
import { guardOptions, installInto, triedOf } from '../harness/guarded';
import { article } from '../harness/newsroom';
import { Server } from '../harness/server';
import { wholeSession } from '../harness/session';
import { World } from '../harness/world';

export const talksToNobody: Attack = {
  name: 'talks to nobody',
  async run() {
    const world = new World(40), extension = path.join(world.base, 'extension'), bundles = installInto(extension);
    try {
      return [await bites(world), await serverSession(world, extension, bundles), await commandLine(world, extension, bundles)];
    } finally {
      world.remove();
    }
  },
};

/** A whole session: index, every request, an article that comes and goes, a rebuild. */
async function serverSession(world: World, extension: string, bundles: string): Promise<Result> {
  const before = world.own();
  const execArgv = guardOptions([extension, world.workspace], [world.storage]);
  const server = await Server.ready({ roots: [world.workspace], storage: world.storage, execArgv, program: [path.join(bundles, 'server.js'), '--stdio'] });
  const { requests, wrong } = await wholeSession(server, world);
  world.add(40, 42);
  await server.status(({ articles, phase }) => articles === 42 && phase === 'ready');
  await server.request('attest/rebuildIndex');
  await server.status(({ articles, phase }) => articles === 42 && phase === 'ready');
  await server.stop();
  const lost = [...wrong, ...triedOf(server.errors).map((what) => `tried ${what}`), ...world.changedSince(before)];
  return { what: 'a whole session of the server, guarded', times: requests, lost, figures: `${requests} requests, ${triedOf(server.errors).length} attempts beyond what it may` };
}

async function commandLine(world: World, extension: string, bundles: string): Promise<Result> {
  const before = world.own(), lost: string[] = [];
  const cache = path.join(world.base, 'cache');
  mkdirSync(cache);
  const options = guardOptions([extension, world.workspace], [cache]);
  const texts = `${JSON.stringify({ id: 1, text: article(1).text })}\n`;
  const calls: readonly (readonly [readonly string[], string, RegExp, number])[] = [
    [['check', 'draft.md', '--corpus', 'sources'], '', /misquoted|differs|source/i, 1],
    [['check', 'draft.md', '--corpus', 'sources', '--format', 'sarif'], '', /"version": ?"2\.1\.0"/, 1],
    [['events', '--corpus', 'sources'], '', /\w/, 0],
    [['annotate'], texts, /"names"/, 0],
    [['--version'], '', /^\d+\.\d+\.\d+/, 0],
  ];
  for (const [args, input, expected, code] of calls) {
    const ended = await guarded([...options, path.join(bundles, 'cli.js'), ...args], world.workspace, cache, input);
    for (const what of triedOf(ended.err)) lost.push(`attest ${args[0]} tried ${what}`);
    if (ended.code !== code || !expected.test(ended.out)) lost.push(`attest ${args.join(' ')} ended with ${ended.code}: ${(ended.out + ended.err).slice(0, 200)}`);
  }
  lost.push(...world.changedSince(before));
  return { what: 'the command line, guarded', times: calls.length, lost, figures: '' };
}

/** The guard itself: everything that it must refuse, done on purpose, in the main thread and in a worker. */
async function bites(world: World): Promise<Result> {
  const script = path.join(world.workspace, 'sins.cjs');
  writeFileSync(script, sins);
  const ended = await guarded([...guardOptions([world.workspace], [world.storage]), script], world.workspace, world.storage, '');
  const tried = triedOf(ended.err), lost: string[] = [];
  for (const [what, times] of Object.entries(expectedSins)) {
    const found = tried.filter((line) => line.startsWith(`${what}:`)).length;
    if (found < times) lost.push(`the guard saw ${found} of ${times} × ${what}`);
  }
  if (/GOT THROUGH/.test(ended.out)) lost.push(ended.out.trim());
  const count = Object.values(expectedSins).reduce((sum, times) => sum + times, 0);
  return { what: 'the guard bites (done on purpose, in both kinds of thread)', times: count, lost, figures: `${tried.length} seen` };
}

/** Twice each: in the main thread and in a worker. */
const expectedSins = { socket: 2, 'listening socket': 2, 'datagram socket': 2, HTTPS: 2, fetch: 2, 'name lookup': 2, 'child process': 2, FileSystemRead: 2, FileSystemWrite: 2, database: 2 };

const sins = `
const { isMainThread, Worker } = require('node:worker_threads');
const sins = {
  connect: () => require('net').connect(9, '127.0.0.1'),
  listen: () => require('net').createServer().listen(0),
  datagram: () => require('dgram').createSocket('udp4'),
  https: () => require('https').get('https://127.0.0.1:9/'),
  fetch: () => fetch('http://127.0.0.1:9/'),
  lookup: () => require('dns').lookup('localhost', () => {}),
  child: () => require('child_process').spawnSync('true'),
  read: () => require('fs').readFileSync('/etc/hostname'),
  write: () => require('fs').writeFileSync(require('path').join(__dirname, 'new.txt'), ''),
  database: () => new (require('node:sqlite').DatabaseSync)(require('path').join(__dirname, 'new.sqlite')),
};
for (const [name, sin] of Object.entries(sins)) {
  try { sin(); console.log('GOT THROUGH: ' + name); } catch {}
}
if (isMainThread) new Worker(__filename);
`;

function guarded(args: readonly string[], cwd: string, cache: string, input: string): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(nodePath, args, { cwd, env: { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache } });
    let out = '', err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}
