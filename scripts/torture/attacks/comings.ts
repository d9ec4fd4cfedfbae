/** Windows that come and go while articles are read, settings that change and change back, a corpus that is switched under a question. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Attack, Budget, Result } from '../attack';
import { freshDump } from '../harness/fresh';
import { article, writeArticles } from '../harness/newsroom';
import { Random } from '../../random';
import { Server } from '../harness/server';
import { compareToFresh } from '../harness/survive';
import { World } from '../harness/world';

const articles = 60;

export const comings: Attack = {
  name: 'windows',
  async run(budget) {
    const results: Result[] = [];
    for (const attack of [reloaded, disabled, settingsChanged, switched]) {
      const world = new World(articles, budget.seed);
      try {
        results.push(await attack(world, budget));
      } finally {
        world.remove();
      }
    }
    return results;
  },
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const alive = (id: number): boolean => { try { process.kill(id, 0); return true; } catch { return false; } };

/** The extension host ends by force while its server indexes; the next one does not wait for that server's end. */
async function reloaded(world: World, { short, seed }: Budget): Promise<Result> {
  const random = new Random(seed), times = short ? 2 : 60, lost: string[] = [], options = { roots: [world.workspace], storage: world.storage, window: true };
  const fresh = await freshDump(options.roots), own = world.own();
  let longest = 0;
  for (let n = 0; n < times; n++) {
    if (n % 3 === 0) rmSync(world.storage, { recursive: true, force: true });
    const before = await Server.start(options), left = before.served;
    await pause(random.below(700));
    await before.kill();
    const began = performance.now(), next = await Server.ready(options);
    while (alive(left) && performance.now() - began < 30_000) await pause(20);
    longest = Math.max(longest, performance.now() - began);
    if (alive(left)) { lost.push(`reload ${n}: the server of the window before is still there`); process.kill(left, 'SIGKILL'); }
    await next.stop();
    lost.push(...(await compareToFresh(world, fresh)).map((what) => `reload ${n}: ${what}`));
  }
  return { what: 'the extension host killed while its server indexes, the next one started at once', times, lost: [...lost, ...world.changedSince(own)], figures: `all servers left behind were gone within ${(longest / 1000).toFixed(1)} s` };
}

/** As an editor ends a server when the extension is disabled, and starts it when it is enabled. */
async function disabled(world: World, { short, seed }: Budget): Promise<Result> {
  const random = new Random(seed), times = short ? 2 : 60, lost: string[] = [], options = { roots: [world.workspace], storage: world.storage, window: true };
  for (let n = 0; n < times; n++) {
    if (n % 3 === 0) rmSync(world.storage, { recursive: true, force: true });
    const server = await Server.start(options), served = server.served;
    await pause(random.below(500));
    await server.stop().catch((error: unknown) => lost.push(`${n}: ${String(error)}`));
    if (alive(served)) lost.push(`${n}: the server is still there after its end`);
  }
  await (await Server.ready(options)).stop();
  return { what: 'the extension disabled and enabled while it indexes', times, lost: [...lost, ...await compareToFresh(world, await freshDump(options.roots))], figures: '' };
}

/** A hundred changes of settings, each while hovers are asked for; the last is the first again. */
async function settingsChanged(world: World, { seed }: Budget): Promise<Result> {
  const random = new Random(seed), lost: string[] = [], uri = world.uriOf('asked.md'), name = article(0, seed).people[0]!;
  const server = await Server.ready({ roots: [world.workspace], storage: world.storage, settings: {} });
  await server.open(uri, `Then ${name} spoke: “We will not give up on it,” and left.`);
  const forms: readonly Record<string, unknown>[] = [
    { hover: { enabled: false } }, { check: { enabled: false } }, { corpus: { exclude: ['**/article1*'] } }, { corpus: { folders: ['nowhere'] } }, { corpus: { folders: ['sources', '/nowhere'] } }, { quote: { insert: 'words and citation' } },
    { check: { severity: { misquoted: 'error' }, minimumWords: 2 } }, { index: { speed: 'full' } }, { draft: { languages: 'none' } }, { corpus: { folders: 7, exclude: { a: 1 } } },
  ];
  for (let n = 0; n < 100; n++) {
    for (const key of Object.keys(server.settings)) delete server.settings[key];
    if (n < 99) Object.assign(server.settings, random.of(forms));
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    if (n % 3 === 0) await server.hover(uri, 0, 6).catch((error: unknown) => lost.push(`change ${n}: ${String(error)}`));
  }
  // By the answer to this the server has asked for the last settings, and has them before it hears of the next.
  await server.request('attest/getStatus');
  await server.request('attest/rescan');
  await server.status((status) => status.phase === 'ready' && status.articles === articles).catch((error: unknown) => lost.push(String(error)));
  for (let tries = 0; tries < 100 && !(await server.hover(uri, 0, 6))?.includes(name); tries++) await pause(50);
  if (!(await server.hover(uri, 0, 6))?.includes(name)) lost.push('afterwards there is no hover');
  if (server.shown.length > 0) lost.push(server.shown.join(' '));
  await server.stop();
  return { what: 'settings changed a hundred times, valid and not, and back', times: 100, lost: [...lost, ...await compareToFresh(world, await freshDump([world.workspace]))], figures: '' };
}

/** The corpus is another folder while hovers and lists are being answered: nothing of the one folder is shown for the other. */
async function switched(world: World, { short, seed }: Budget): Promise<Result> {
  const times = short ? 6 : 60, lost: string[] = [], other = path.join(world.workspace, 'other');
  writeArticles(other, 500, 530, seed + 5);
  const people = { sources: article(0, seed).people[0]!, other: article(500, seed + 5).people[0]! }, server = await Server.ready({ roots: [world.workspace], storage: world.storage, settings: { corpus: { folders: ['sources'] } } });
  const uri = world.uriOf('asked.md');
  await server.open(uri, `Then ${people.sources} spoke.\n\nThen ${people.other} spoke.`);
  for (let n = 0; n < times; n++) {
    const folder = n % 2 === 0 ? 'other' : 'sources', open = [0, 2].map((line) => server.hover(uri, line, 6)), rows = server.request('attest/quotations', { words: 'without', limit: 50 });
    server.settings['corpus'] = { folders: [folder] };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await Promise.all([...open, rows]).catch((error: unknown) => lost.push(`switch ${n}: ${String(error)}`));
    await server.status((status) => status.phase === 'ready' && status.articles === (folder === 'other' ? 30 : articles)).catch((error: unknown) => lost.push(`switch ${n}: ${String(error)}`));
    for (const line of [0, 2]) {
      const links = [...((await server.hover(uri, line, 6)) ?? '').matchAll(/openPassage\?([^)\s"]+)/g)].map(([, given]) => decodeURIComponent(given!));
      if (links.some((link) => !link.includes(`/${folder}/`))) lost.push(`switch ${n}: a hover on what is no source any more: ${links.join(' ').slice(0, 200)}`);
      if (line === (folder === 'other' ? 2 : 0) && links.length === 0) lost.push(`switch ${n}: no hover on what is a source`);
    }
  }
  await server.stop();
  return { what: 'the corpus folder switched while hovers and lists are answered', times, lost, figures: '' };
}
