import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Random, seedOf } from '../../random';
import { reportsOf, type Written } from './story';

/** Raised with each change of what is generated, so that no corpus of an older kind is measured. */
const KIND = 2;
/** Articles that are made from one seed: a corpus is the first blocks of an endless one. */
export const BLOCK = 1_000;

/** Articles of a block, whole stories at a time. */
export function* blockOf(seed: number, block: number): Generator<Written> {
  const random = new Random(seedOf(seed, block, KIND));
  let made = 0;
  while (made < BLOCK) {
    for (const article of reportsOf(random)) {
      if (made++ >= BLOCK) return;
      yield article;
    }
  }
}

/** The first articles of the endless corpus of a seed. */
export function* articlesOf(seed: number, count: number): Generator<Written> {
  for (let block = 0, left = count; left > 0; block++) {
    for (const article of blockOf(seed, block)) {
      if (left-- <= 0) return;
      yield article;
    }
  }
}

/** Every second article is Markdown with front matter, the others are plain text with a head. */
export function textOf({ outlet, title, byline, day, paragraphs }: Written, markdown: boolean): string {
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const head = markdown
    ? `---\ntitle: "${title}"\noutlet: ${outlet}\nauthor: ${byline}\ndate: ${date}\n---\n\n`
    : `${title}\nBy ${byline} | ${date} | ${outlet}\n\n`;
  return `${head}${paragraphs.join('\n\n')}\n`;
}

/**
 * Writes the corpus of a seed and size below the folder for temporary files, a thousand files a directory; one that is there is used again.
 * @returns its folder
 */
export function corpusFolder(seed: number, count: number): string {
  const folder = path.join(os.tmpdir(), 'attest-bench', `${KIND}-${seed}-${count}`), done = path.join(folder, '.done');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  let number = 0, directory = '';
  for (const article of articlesOf(seed, count)) {
    if (number % BLOCK === 0) {
      directory = path.join(folder, String(number / BLOCK).padStart(4, '0'));
      mkdirSync(directory, { recursive: true });
    }
    const markdown = number % 2 === 0;
    writeFileSync(path.join(directory, `${String(number % BLOCK).padStart(3, '0')}.${markdown ? 'md' : 'txt'}`), textOf(article, markdown));
    number++;
  }
  writeFileSync(done, '');
  return folder;
}
