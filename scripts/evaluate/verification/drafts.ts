/** Measures how long the check of a draft takes against a large corpus: the first time, and after a keystroke. `npm run evaluate:drafts -- [ARTICLES] [QUOTES]` */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSqliteStore } from '../../../src/corpus/store/sqlite';
import { DraftCache } from '../../../src/draft/cache';
import { DraftVerifier, countsInWords } from '../../../src/features/verification/verifyDraft';
import { hashBytes } from '../../../src/platform/hash';
import { nodeFileSystem } from '../../../src/platform/nodeFileSystem';
import { altered, randomFrom, type Alteration } from './alterations';
import { madeArticles } from './largeCorpus';

const silent = { error: (message: string) => console.error(message), warn: () => undefined, info: () => undefined, debug: () => undefined };
/** How the quotes of a draft come about: most are word for word. */
const kinds: readonly Alteration[] = ['verbatim', 'verbatim', 'verbatim', 'verbatim', 'verbatim', 'substitute', 'drop', 'ellipsis', 'swap', 'add'];

/** Milliseconds of processor time that a piece of work takes, whatever else the machine does; and those on the clock. */
async function measured<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly cpu: number; readonly clock: number }> {
  const begun = performance.now(), before = process.cpuUsage(), answer = await work(), { user, system } = process.cpuUsage(before);
  return { answer, cpu: (user + system) / 1000, clock: performance.now() - begun };
}

const share = (sorted: readonly number[], part: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);

/** A draft that quotes articles spread over the corpus, with speakers, one in ten quotes invented. */
function draftOf(quotations: readonly { readonly words: string; readonly speaker: string }[]): string {
  const random = randomFrom(11), pool = quotations.flatMap(({ words }) => words.split(' '));
  const paragraphs = quotations.map(({ words, speaker }, i) => {
    const invented = Array.from({ length: 14 }, () => pool[Math.floor(random() * pool.length)]!).join(' ');
    const quote = i % 10 === 9 ? invented : altered(kinds[i % kinds.length]!, words, random, pool, words) ?? words;
    return `In the ${i}th week of the inquiry the committee heard once more what everybody knew. “${quote},” ${speaker} said. Nobody answered, and the matter was left there until the next day.`;
  });
  return `# A draft\n\n${paragraphs.join('\n\n')}\n`;
}

async function main([articles = '100000', quotes = '300']: readonly string[]): Promise<void> {
  const count = Number(articles), wanted = Number(quotes), folder = mkdtempSync(path.join(os.tmpdir(), 'attest-drafts-'));
  const file = path.join(folder, 'index.sqlite'), parts = { path: file, fileSystem: nodeFileSystem, hash: hashBytes, log: silent };
  try {
    const used: { words: string; speaker: string }[] = [];
    const begun = performance.now();
    let store = await openSqliteStore(parts), n = 0;
    for (const batch of madeArticles(count)) {
      await store.replace(batch.map(({ file: made }) => made));
      for (const { quotations } of batch) if (used.length < wanted && n++ % Math.max(1, Math.floor(count / wanted)) === 0) used.push(quotations[0]!);
    }
    console.log(`${count} articles stored in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    while (await store.tidy(1_000));
    await store.close();
    store = await openSqliteStore(parts);
    const verifier = new DraftVerifier(store), text = draftOf(used);
    const drafts = new DraftCache(), check = (version: number, draft: string) => measured(() => verifier.verify(drafts.get('draft', version, 'markdown', () => draft)));
    const first = await check(0, text);
    console.log(`first check of ${used.length} quotes: ${first.cpu.toFixed(0)} ms of processor time, ${first.clock.toFixed(0)} ms on the clock (${countsInWords(first.answer!.counts)})`);
    const random = randomFrom(3), times: number[] = [], clocks: number[] = [];
    let now = text;
    for (let i = 1; i <= 100; i++) {
      // A letter in a quote, as one who types there.
      const at = now.indexOf('“', Math.floor(random() * now.length * 0.98)) + 12;
      now = `${now.slice(0, at)}x${now.slice(at)}`;
      const { cpu, clock } = await check(i, now);
      times.push(cpu);
      clocks.push(clock);
    }
    clocks.sort((a, b) => a - b);
    times.sort((a, b) => a - b);
    console.log(`after a keystroke in a quote: ${share(times, 0.5)} ms of processor time (p50), ${share(times, 0.95)} (p95), ${share(times, 0.99)} (p99); ${share(clocks, 0.5)} on the clock (p50)`);
    verifier.dispose();
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2));
