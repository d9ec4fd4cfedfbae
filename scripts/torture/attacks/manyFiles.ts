/** Several windows on one index, several roots, folders in folders and circles of links, and very many changes at once. */
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Attack, Budget, Result } from '../attack';
import { freshDump } from '../harness/fresh';
import { article, writeArticles } from '../harness/newsroom';
import { Random } from '../../random';
import { Server } from '../harness/server';
import { compareToFresh } from '../harness/survive';
import { World } from '../harness/world';
import { slowFolder } from './slowFolder';

export const manyFiles: Attack = {
  name: 'files',
  async run(budget) {
    return [
      await inWorld(40, (world) => windows(world, budget)), await inWorld(20, twoRoots), await inWorld(20, nestedCorpus), await inWorld(20, circles),
      await inWorld(0, (world) => massChange(world, budget)), await inWorld(20, (world) => restlessFile(world, budget)), await slowFolder(budget),
    ];
  },
};

async function inWorld(articles: number, attack: (world: World) => Promise<Result>): Promise<Result> {
  const world = new World(articles);
  try {
    return await attack(world);
  } finally {
    world.remove();
  }
}

/** Three servers on one storage folder, while articles come, change and go; one of them is killed. */
async function windows(world: World, { short, seed }: Budget): Promise<Result> {
  const random = new Random(seed), options = { roots: [world.workspace], storage: world.storage }, own = world.own(), lost: string[] = [];
  const rounds = short ? 1 : 20;
  for (let round = 0; round < rounds; round++) {
    const servers = await Promise.all([Server.ready(options), Server.ready(options), Server.ready(options)]);
    world.add(40, 40 + 10);
    for (let n = 0; n < 10; n++) writeFileSync(path.join(world.corpus, 'part0', `article${random.below(40)}.txt`), article(1000 + random.below(500)).text);
    if (round % 2 === 1) await servers.pop()!.kill();
    for (let n = 45; n < 50; n++) rmSync(path.join(world.corpus, 'part0', `article${n}.txt`));
    for (const server of servers) await server.status((status) => status.articles === 45 && status.phase === 'ready').catch((error: unknown) => lost.push(`round ${round}: ${String(error)}`));
    // What one has written last the others may still be writing once more.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    for (const server of servers) await server.status((status) => status.articles === 45 && status.phase === 'ready').catch((error: unknown) => lost.push(`round ${round}: ${String(error)}`));
    for (const server of servers) await server.stop();
    lost.push(...(await compareToFresh(world, await freshDump(options.roots))).map((what) => `round ${round}: ${what}`));
    for (let n = 40; n < 45; n++) rmSync(path.join(world.corpus, 'part0', `article${n}.txt`));
  }
  return { what: 'three windows on one index, articles coming and going, one killed', times: rounds, lost: [...lost, ...world.changedSince(own)], figures: '' };
}

async function twoRoots(world: World): Promise<Result> {
  const second = path.join(world.base, 'second'), lost: string[] = [];
  writeArticles(path.join(second, 'sources'), 100, 115);
  const server = await Server.ready({ roots: [world.workspace, second], storage: world.storage });
  const both = await server.status(({ phase }) => phase === 'ready');
  if (both.articles !== 35) lost.push(`${both.articles} of 35 articles of two roots`);
  await server.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: pathToFileURL(second).toString(), name: 'second' }] } });
  await server.status((status) => status.articles === 20 && status.phase === 'ready').catch((error: unknown) => lost.push(String(error)));
  await server.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: pathToFileURL(second).toString(), name: 'second' }], removed: [] } });
  await server.status((status) => status.articles === 35 && status.phase === 'ready').catch((error: unknown) => lost.push(String(error)));
  await server.stop();
  lost.push(...await compareToFresh(world, await freshDump([world.workspace, second])));
  return { what: 'one window with two roots, one of them taken away and added again', times: 2, lost, figures: '' };
}

async function nestedCorpus(world: World): Promise<Result> {
  const settings = { corpus: { folders: ['sources', 'sources/part0', './sources/part0/..'] } };
  const server = await Server.ready({ roots: [world.workspace], storage: world.storage, settings });
  const { articles } = await server.status(({ phase }) => phase === 'ready');
  await server.stop();
  const lost = articles === 20 ? [] : [`${articles} of 20 articles`];
  return { what: 'a corpus folder in a corpus folder', times: 1, lost: [...lost, ...await compareToFresh(world, await freshDump([world.workspace]))], figures: '' };
}

/** Links that lead back, to each other, to themselves, to nowhere and twice to one place. */
async function circles(world: World): Promise<Result> {
  const what = 'links in circles, to themselves, to nowhere and twice to one folder', link = (to: string, name: string): void => symlinkSync(to, path.join(world.corpus, name));
  try {
    for (const [to, name] of [['..', 'up'], ['.', 'here'], ['part0', 'again'], ['b', 'a'], ['a', 'b'], ['self', 'self'], ['/nowhere', 'nowhere'], ['part0/article1.txt', 'one.txt']] as const) link(to, name);
  } catch {
    return { what, times: 0, lost: [], figures: 'not done: links cannot be made here' };
  }
  const server = await Server.ready({ roots: [world.workspace], storage: world.storage });
  const { articles, problems } = await server.status(({ phase }) => phase === 'ready');
  await server.stop();
  return { what, times: 8, lost: articles === 20 ? [] : [`${articles} of 20 articles`], figures: `20 articles once each, ${problems} links named to the writer` };
}

/** As a checkout of another branch does it: folders renamed, articles deleted by the thousand, at once. */
async function massChange(world: World, { short }: Budget): Promise<Result> {
  const count = short ? 2_000 : 100_000, lost: string[] = [], kept = count / 2;
  for (let number = 0; number < count; number++) {
    const folder = path.join(world.corpus, `part${Math.floor(number / 1000)}`);
    if (number % 1000 === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `n${number}.txt`), `Paragraph ${number}. “Nothing of number ${number} was lost,” Ada Holm said.\n`);
  }
  const server = await Server.start({ roots: [world.workspace], storage: world.storage });
  await server.status((status) => status.phase === 'ready' && status.articles === count, 1_200_000);
  const began = performance.now(), uri = world.uriOf('asked.md');
  let slowest = 0;
  await server.open(uri, 'Then Ada Holm spoke.');
  for (let part = 0; part < count / 1000; part++) {
    const folder = path.join(world.corpus, `part${part}`);
    if (part % 2 === 1) rmSync(folder, { recursive: true });
    else renameSync(folder, path.join(world.corpus, `moved${part}`));
    const asked = performance.now();
    await server.hover(uri, 0, 7);
    slowest = Math.max(slowest, performance.now() - asked);
  }
  const done = server.status((status) => status.phase === 'ready' && status.articles === kept, 600_000);
  while (!(await Promise.race([done.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 100))]).catch((error: unknown) => lost.push(String(error))))) {
    const asked = performance.now();
    await server.hover(uri, 0, 7);
    slowest = Math.max(slowest, performance.now() - asked);
  }
  const seconds = (performance.now() - began) / 1000;
  await server.stop();
  if (short) lost.push(...await compareToFresh(world, await freshDump([world.workspace])));
  return { what: 'articles deleted or renamed at once', times: count, lost, figures: `settled after ${seconds.toFixed(1)} s; slowest hover meanwhile ${slowest.toFixed(0)} ms` };
}

/** A file that changes a hundred times a second, beside a writer who works. */
async function restlessFile(world: World, { short }: Budget): Promise<Result> {
  const seconds = short ? 2 : 60, lost: string[] = [], file = path.join(world.corpus, 'restless.txt');
  const server = await Server.ready({ roots: [world.workspace], storage: world.storage });
  const uri = world.uriOf('asked.md'), name = article(0).people[0]!;
  await server.open(uri, `Then ${name} spoke.`);
  let changes = 0, slowest = 0;
  for (const until = Date.now() + seconds * 1000; Date.now() < until; changes++) {
    writeFileSync(file, `${article(5000 + changes).text}`);
    if (changes % 20 === 0) {
      const asked = performance.now();
      if (!(await server.hover(uri, 0, 6))?.includes(name)) lost.push(`no answer at change ${changes}`);
      slowest = Math.max(slowest, performance.now() - asked);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const last = article(5000 + changes - 1).quotations[0]!;
  const known = async (): Promise<boolean> => (await server.request<{ text: string }[]>('attest/quotations', { words: last, limit: 1 }))[0]?.text.includes(last.slice(0, 30)) ?? false;
  for (let tries = 0; !(await known()) && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  await server.status(({ phase }) => phase === 'ready');
  await server.stop();
  const found = await compareToFresh(world, await freshDump([world.workspace]));
  return { what: 'a file that changes a hundred times a second', times: changes, lost: [...lost, ...found], figures: `slowest hover meanwhile ${slowest.toFixed(0)} ms` };
}

