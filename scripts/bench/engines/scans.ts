import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foldedWords } from '../../../src/corpus/fold';
import { quotationsIn } from '../corpus/articles';
import type { Articles, Engine, OpenIndex } from './engine';
import { sentenceWith } from './library';

/** Ends of articles in one long text. */
const SEPARATOR = '\u0000';

/** All texts in one string in memory, looked through at each question. Finds what stands there letter by letter. */
export const linearScan: Engine = {
  name: 'linear scan',
  // Strings of Node have an end.
  most: 150_000,
  build(articles, place) {
    writeFileSync(path.join(place, 'texts.txt'), articles.paths.map((file) => articles.read(file)).join(SEPARATOR));
    return Promise.resolve({});
  },
  open(articles, place) {
    const lower = readFileSync(path.join(place, 'texts.txt'), 'utf8').toLowerCase(), starts = [0];
    for (let at = lower.indexOf(SEPARATOR); at >= 0; at = lower.indexOf(SEPARATOR, at + 1)) starts.push(at + 1);
    const holders = (form: string, most: number): string[] => {
      const found: string[] = [], wanted = form.toLowerCase();
      for (let at = lower.indexOf(wanted), article = 0; at >= 0 && found.length < most; at = lower.indexOf(wanted, starts[article + 1] ?? lower.length)) {
        while (article + 1 < starts.length && starts[article + 1]! <= at) article++;
        found.push(articles.paths[article]!);
      }
      return found;
    };
    return Promise.resolve(scanned(articles, (form, most) => Promise.resolve(holders(form, most))));
  },
};

/** ripgrep over the files, a process for each question. */
export function ripgrep(program: string): Engine {
  return {
    name: 'ripgrep',
    most: Infinity,
    build: () => Promise.resolve({}),
    open: (articles) => Promise.resolve(scanned(articles, (form, most) => new Promise((resolve, reject) => {
      const child = spawn(program, ['--files-with-matches', '--ignore-case', '--fixed-strings', '--no-ignore', '--', form, articles.folder], { stdio: ['ignore', 'pipe', 'ignore'] });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
      child.on('error', reject);
      child.on('exit', () => resolve(output.split('\n').filter(Boolean).slice(0, most)));
    }))),
  };
}

/** Where ripgrep is: in the path, or with an editor that the tests have got. Undefined when it is nowhere. */
export function findRipgrep(): string | undefined {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const editors = path.resolve(import.meta.dirname, '../../../.vscode-test');
  const own = existsSync(editors) ? readdirSync(editors).filter((folder) => folder.startsWith('ripgrep')).map((folder) => path.join(editors, folder)) : [];
  return [...own.flatMap((folder) => [folder, path.join(folder, 'bin')]), ...(process.env['PATH'] ?? '').split(path.delimiter)].map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

function scanned(articles: Articles, holders: (form: string, most: number) => Promise<string[]>): OpenIndex {
  return {
    name: async (form) => (await holders(form, 3)).flatMap((file) => sentenceWith(articles.read(file), form) ?? []),
    async complete(typed) {
      const words = foldedWords(typed);
      // The longest word, then the others in the quotations of what has it.
      const longest = [...words.slice(0, -1), words.at(-1)!].sort((a, b) => b.length - a.length)[0] ?? '';
      const found: string[] = [];
      for (const file of await holders(longest, 1_000)) {
        for (const quotation of quotationsIn(articles.read(file))) {
          const own = foldedWords(quotation);
          if (words.every((word, i) => own.some((each) => each === word || (i === words.length - 1 && each.startsWith(word)))) && found.push(quotation) >= 10) return found;
        }
      }
      return found;
    },
    verify: (quote) => holders(quote, 8),
    events: null,
    update: null,
    close: () => Promise.resolve(),
  };
}
