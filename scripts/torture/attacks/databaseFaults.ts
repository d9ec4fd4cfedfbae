/** The file of the index and its folder, damaged, locked, full, forbidden or gone. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { root } from '../../editor/paths';
import type { Attack, Budget, Result } from '../attack';
import { freshDump } from '../harness/fresh';
import { Random } from '../../random';
import { Server, type ServerOptions } from '../harness/server';
import { compareToFresh, survive } from '../harness/survive';
import { World } from '../harness/world';

const nobody = 65534;
const isRoot = process.getuid?.() === 0;
const articles = 30, page = 4096;

export const databaseFaults: Attack = {
  name: 'database',
  async run(budget) {
    const world = new World(articles);
    try {
      const options: ServerOptions = { roots: [world.workspace], storage: world.storage };
      await (await Server.ready(options)).stop();
      const good = path.join(world.base, 'good.sqlite'), file = world.index()!;
      copyFileSync(file, good);
      const scene: Scene = { world, options, file, good, fresh: await freshDump([world.workspace]), own: world.own() };
      return [
        await damaged(scene, budget), await otherSchema(scene), await locked(scene), await deletedWhileOpen(scene), await damagedWhileOpen(scene, budget),
        ...(process.platform === 'win32' ? [] : [await forbidden(scene)]), await diskFull(scene), await clockSetBack(scene),
      ];
    } finally {
      world.remove();
    }
  },
};

interface Scene {
  readonly world: World;
  readonly options: ServerOptions;
  readonly file: string;
  /** A copy of the whole index. */
  readonly good: string;
  readonly fresh: readonly string[];
  readonly own: Readonly<Record<string, string>>;
}

function restore({ world, file, good }: Scene): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { recursive: true, force: true });
  mkdirSync(world.storage, { recursive: true });
  copyFileSync(good, file);
}

/** Cut off, or pages of it overwritten with noise, before a server opens it. */
async function damaged(scene: Scene, { short, seed }: Budget): Promise<Result> {
  const random = new Random(seed), times = short ? 4 : 120, lost: string[] = [];
  let refused = 0, rebuilt = 0;
  for (let n = 0; n < times; n++) {
    restore(scene);
    const size = statSync(scene.file).size;
    if (n % 4 === 0) truncateSync(scene.file, random.below(size));
    else noise(scene.file, random, 1 + random.below(6));
    const { outcome, lost: wrong } = await survive(scene.world, scene.options, scene.fresh);
    if (outcome === 'rebuilt or kept') rebuilt++; else refused++;
    lost.push(...wrong.map((what) => `damage ${n}: ${what}`));
  }
  lost.push(...scene.world.changedSince(scene.own));
  return { what: 'index cut off or overwritten with noise, then opened', times, lost, figures: `${rebuilt} as built afresh, ${refused} refused` };
}

/** Overwrites whole pages at random places. */
function noise(file: string, random: Random, pages: number): void {
  const bytes = readFileSync(file);
  for (let n = 0; n < pages; n++) {
    const start = random.below(bytes.length / page) * page;
    for (let i = start; i < start + page; i++) bytes[i] = random.below(256);
  }
  writeFileSync(file, bytes);
}

async function otherSchema(scene: Scene): Promise<Result> {
  const lost: string[] = [];
  const changes = ['PRAGMA user_version = 1', 'PRAGMA user_version = 999', 'DROP TABLE quotation', 'DROP TABLE file; PRAGMA user_version = 0', 'DELETE FROM meta'];
  for (const sql of changes) {
    restore(scene);
    const database = new DatabaseSync(scene.file);
    database.exec(sql);
    database.close();
    const { lost: wrong } = await survive(scene.world, scene.options, scene.fresh);
    lost.push(...wrong.map((what) => `${sql}: ${what}`));
  }
  for (const content of ['', 'Dear diary, '.repeat(2000)]) {
    restore(scene);
    writeFileSync(scene.file, content);
    const { lost: wrong } = await survive(scene.world, scene.options, scene.fresh);
    lost.push(...wrong.map((what) => `a file of ${content.length} characters: ${what}`));
  }
  return { what: 'index of an older or newer schema, or no index at all', times: changes.length + 2, lost, figures: '' };
}

/** Held by another process: at the start, and while articles come. */
async function locked(scene: Scene): Promise<Result> {
  restore(scene);
  const lost: string[] = [];
  const other = new DatabaseSync(scene.file);
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE meta SET value = value');
  const server = await Server.start(scene.options);
  const refused = await server.status(({ phase }) => phase === 'failed' || phase === 'ready', 20_000);
  if (refused.phase !== 'failed' || !/in use/.test(refused.message ?? '')) lost.push(`a locked index: ${JSON.stringify(refused)}`);
  other.exec('ROLLBACK');
  other.close();
  await server.status(({ phase }) => phase === 'ready', 30_000).catch((error: unknown) => lost.push(`after the lock was gone: ${String(error)}`));
  const late = new DatabaseSync(scene.file);
  late.exec('BEGIN IMMEDIATE');
  scene.world.add(articles, articles + 1);
  await server.status(({ phase }) => phase === 'failed', 20_000).catch((error: unknown) => lost.push(`while it is written by another: ${String(error)}`));
  late.exec('ROLLBACK');
  late.close();
  await server.status((status) => status.phase === 'ready' && status.articles === articles + 1, 30_000).catch((error: unknown) => lost.push(`after the other has written: ${String(error)}`));
  rmSync(scene.world.add(articles, articles + 1)[0]!);
  await server.status((status) => status.phase === 'ready' && status.articles === articles);
  await server.stop();
  lost.push(...await compareToFresh(scene.world, scene.fresh));
  return { what: 'index locked by another process, at the start and at work', times: 2, lost, figures: 'said so, and went on when the lock was gone' };
}

async function deletedWhileOpen(scene: Scene): Promise<Result> {
  restore(scene);
  const lost: string[] = [];
  const server = await Server.ready(scene.options);
  for (const suffix of ['', '-wal', '-shm']) rmSync(scene.file + suffix, { force: true });
  const [added] = scene.world.add(articles, articles + 1);
  await server.status((status) => status.articles === articles + 1).catch((error: unknown) => lost.push(String(error)));
  rmSync(scene.world.storage, { recursive: true, force: true });
  rmSync(added!);
  await server.status((status) => status.articles === articles).catch((error: unknown) => lost.push(String(error)));
  await server.stop();
  const { lost: wrong } = await survive(scene.world, scene.options, scene.fresh);
  return { what: 'index, then its folder, deleted while it is open', times: 2, lost: [...lost, ...wrong], figures: '' };
}

/** Noise over a file that a server has open: found when it is read, then put away and built again. */
async function damagedWhileOpen(scene: Scene, { short, seed }: Budget): Promise<Result> {
  const random = new Random(seed + 7), times = short ? 1 : 30, lost: string[] = [];
  let mended = 0;
  for (let n = 0; n < times; n++) {
    restore(scene);
    const server = await Server.ready(scene.options);
    noise(scene.file, random, 40);
    scene.world.add(articles, articles + 1);
    await server.status(({ phase, articles: count }) => phase === 'ready' && count === articles + 1, 30_000).catch((error: unknown) => lost.push(`${n}: ${String(error)}`));
    if (server.shown.some((message) => /damaged.*built again/.test(message))) mended++;
    rmSync(scene.world.add(articles, articles + 1)[0]!);
    await server.status(({ phase, articles: count }) => phase === 'ready' && count === articles, 30_000).catch((error: unknown) => lost.push(`${n}: ${String(error)}`));
    await server.stop();
    const { lost: wrong } = await survive(scene.world, scene.options, scene.fresh);
    lost.push(...wrong.map((what) => `${n}: ${what}`));
  }
  return { what: 'index overwritten while it is open', times, lost, figures: `${mended} built again while at work` };
}

/** A folder that may not be written, then one that may be; a corpus that may not be read, then one that may. */
async function forbidden(scene: Scene): Promise<Result> {
  restore(scene);
  const { world, file } = scene, lost: string[] = [];
  const options = { ...scene.options, ...(isRoot ? { uid: nobody } : {}) };
  const set = (mode: number, owner: number): void => {
    for (const place of [world.storage, file]) {
      chmodSync(place, place === file ? mode & 0o666 : mode);
      if (isRoot) chownSync(place, owner, owner);
    }
  };
  chmodSync(world.base, 0o755);
  set(0o555, 0);
  const server = await Server.start(options);
  const refused = await server.status(({ phase }) => phase === 'failed' || phase === 'ready', 20_000);
  if (refused.phase === 'failed' && !/cannot be|read-only/.test(refused.message ?? '')) lost.push(`a read-only folder: ${JSON.stringify(refused)}`);
  set(0o755, nobody);
  await server.status(({ phase }) => phase === 'ready', 30_000).catch((error: unknown) => lost.push(`after it may be written: ${String(error)}`));
  const [hidden] = world.add(articles, articles + 1);
  chmodSync(hidden!, 0o000);
  await server.status((status) => status.problems === 1 && status.phase === 'ready', 20_000).catch((error: unknown) => lost.push(`an article that may not be read: ${String(error)}`));
  rmSync(hidden!);
  await server.status((status) => status.problems === 0 && status.articles === articles).catch((error: unknown) => lost.push(String(error)));
  await server.stop();
  set(0o755, 0);
  lost.push(...await compareToFresh(world, scene.fresh));
  return { what: 'permission taken away from the index and from an article, and given back', times: 2, lost, figures: isRoot ? 'as another user' : '' };
}

/** A storage folder on a file system of 300 KB that is full, then grows. */
async function diskFull(scene: Scene): Promise<Result> {
  const what = 'disk full while indexing, then not', small = path.join(scene.world.base, 'small');
  mkdirSync(small, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    return { what, times: 0, lost: [], figures: 'not done: a small file system cannot be mounted here' };
  }
  const lost: string[] = [];
  try {
    const server = await Server.start({ ...scene.options, storage: small });
    const refused = await server.status(({ phase }) => phase === 'failed' || phase === 'ready');
    if (refused.phase !== 'failed' || !/full/.test(refused.message ?? '')) lost.push(`a full disk: ${JSON.stringify(refused)}`);
    execFileSync('mount', ['-o', 'remount,size=100m', small], { stdio: 'ignore' });
    await server.status((status) => status.phase === 'ready' && status.articles === articles, 40_000).catch((error: unknown) => lost.push(`after there is room: ${String(error)}`));
    await server.stop();
    const other = Object.create(scene.world, { storage: { value: small } }) as World;
    lost.push(...await compareToFresh(other, scene.fresh), ...scene.world.changedSince(scene.own));
  } finally {
    execFileSync('umount', [small], { stdio: 'ignore' });
  }
  return { what, times: 1, lost, figures: 'said so, and went on by itself when there was room' };
}

/** The clock jumps back an hour, and forward a day, while articles come. */
async function clockSetBack(scene: Scene): Promise<Result> {
  restore(scene);
  const { world } = scene, lost: string[] = [], clock = path.join(world.base, 'clock');
  writeFileSync(clock, '0');
  const preload = pathToFileURL(path.join(root, 'scripts', 'torture', 'harness', 'clock.mjs')).toString();
  const server = await Server.ready({ ...scene.options, execArgv: ['--import', preload], env: { TORTURE_CLOCK: clock } });
  let slowest = 0;
  for (const hours of [-1, 24, -24 * 365]) {
    writeFileSync(`${clock}.new`, String(hours * 3_600_000));
    renameSync(`${clock}.new`, clock);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const [added] = world.add(articles, articles + 1), began = performance.now();
    await server.status((status) => status.articles === articles + 1, 20_000).catch((error: unknown) => lost.push(`${hours} h: ${String(error)}`));
    slowest = Math.max(slowest, performance.now() - began);
    rmSync(added!);
    await server.status((status) => status.articles === articles, 20_000).catch((error: unknown) => lost.push(`${hours} h: ${String(error)}`));
  }
  await server.stop();
  lost.push(...await compareToFresh(world, scene.fresh));
  return { what: 'clock set back an hour and a year, and ahead a day', times: 3, lost, figures: `a new article known within ${(slowest / 1000).toFixed(1)} s` };
}
