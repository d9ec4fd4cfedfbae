/** The server killed at random moments of indexing, updating and answering. */
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Attack, Result } from '../attack';
import { freshDump } from '../harness/fresh';
import { article, writeArticles } from '../harness/newsroom';
import { Random } from '../../random';
import { Server, type ServerOptions } from '../harness/server';
import { askAll, compareToFresh } from '../harness/survive';
import { World } from '../harness/world';

const articles = 60;
const moments = ['indexing', 'updating', 'answering'] as const;

export const kills: Attack = {
  name: 'kills',
  async run({ short, seed }) {
    const world = new World(articles, seed), random = new Random(seed), times = short ? 6 : 200;
    writeFileSync(path.join(world.corpus, 'attest.yml'), '# by hand\narticles:\n  part0/article1.txt:\n    outlet: The Harbor Post\n    date: 2024-04-12\nnames:\n  no-name: [Nobody]\n');
    const options: ServerOptions = { roots: [world.workspace], storage: world.storage };
    const own = world.own(), counts = { indexing: 0, updating: 0, answering: 0 }, lost: string[] = [];
    // Two states of the corpus, between which updating goes.
    const fresh: (readonly string[])[] = [];
    for (const which of [0, 1]) {
      change(world, seed, which);
      fresh.push(await freshDump(options.roots));
    }
    let state = 1, slowest = 0;
    try {
      for (let n = 0; n < times; n++) {
        const moment = moments[n % moments.length]!;
        counts[moment]++;
        if (moment === 'indexing') rmSync(world.storage, { recursive: true, force: true });
        const server = moment === 'indexing' ? await Server.start(options) : await Server.ready(options);
        if (moment === 'updating') change(world, seed, state = 1 - state);
        const asked = moment === 'answering' ? askAll(server, world).catch(() => undefined) : undefined;
        await new Promise((resolve) => setTimeout(resolve, random.below(moment === 'indexing' ? 900 : moment === 'updating' ? 500 : 60)));
        await server.kill();
        await asked;
        const began = performance.now();
        const next = await Server.ready(options);
        slowest = Math.max(slowest, performance.now() - began);
        const name = article(0, seed).people[0]!, uri = world.uriOf('after.md');
        await next.open(uri, `Then ${name} spoke.`);
        if (!(await next.hover(uri, 0, 6))?.includes(name)) lost.push(`kill ${n} (${moment}): the next server has no answer`);
        if (next.shown.length > 0) lost.push(`kill ${n} (${moment}): ${next.shown.join(' ')}`);
        await next.stop();
        lost.push(...[...await compareToFresh(world, fresh[state]!), ...world.changedSince(own)].map((what) => `kill ${n} (${moment}): ${what}`));
      }
    } finally {
      world.remove();
    }
    const figures = `${moments.map((moment) => `${counts[moment]} while ${moment}`).join(', ')}; the next server ready within ${(slowest / 1000).toFixed(1)} s`;
    return [{ what: 'SIGKILL of the server; the next index compared to one built afresh', times, lost, figures } satisfies Result];
  },
};

/** Puts the corpus into one of its two states: articles changed, added and deleted. */
function change(world: World, seed: number, state: number): void {
  for (let number = 0; number < articles; number += 3) {
    const file = path.join(world.corpus, 'part0', `article${number}.txt`);
    writeFileSync(file, article(number, seed).text + (state ? 'President Ada Holm met Greta Weiss in Oslo on June 3, 2024.\n' : ''));
    utimesSync(file, 1_700_000_000 + state, 1_700_000_000 + state);
  }
  if (state) for (const file of writeArticles(world.corpus, articles, articles + 20, seed)) utimesSync(file, 1_700_000_000, 1_700_000_000);
  else for (let number = articles; number < articles + 20; number++) rmSync(path.join(world.corpus, 'part0', `article${number}.txt`), { force: true });
}
