import { parseArgs } from 'node:util';

export interface Options {
  readonly sizes: readonly number[];
  /** A folder of articles to measure besides, or instead of, generated ones. */
  readonly corpus: string | null;
  /** Parts of the names of the engines wanted, in lower case; null: all. */
  readonly engines: readonly string[] | null;
  readonly seed: number;
  /** Questions of each kind. */
  readonly queries: number;
  /** Seconds that building or asking one engine may take, and megabytes of heap it may have. */
  readonly patience: number;
  readonly memory: number;
  /** Folder in which indexes stay and are asked again without being built; null: they go when they have been asked. */
  readonly keep: string | null;
}

export const usage = [
  'Usage: npm run bench -- [--sizes 3,3000,30000] [--corpus DIR] [--engines attest,fts5] [--seed 1] [--queries 200] [--patience 600] [--memory 4096] [--keep DIR]',
  '',
  'Measures Attest and other engines at several sizes of a corpus and prints one table. Corpora are generated from the seed, the same on every machine,',
  'and kept in the folder for temporary files. --corpus measures a folder of .txt and .md files as well (with --sizes 0: alone).',
  '--patience: seconds after which an engine is given up; --memory: megabytes of JavaScript heap it may take.',
  '--keep: a folder where indexes stay; one that is there already is asked without being built.',
].join('\n');

/** Reads the command line; a string tells what is wrong with it. */
export function readOptions(args: readonly string[]): Options | string {
  try {
    const text = (value: string) => ({ type: 'string', default: value }) as const;
    const { values } = parseArgs({
      args: [...args],
      options: { sizes: text('3,3000,30000'), corpus: { type: 'string' }, engines: { type: 'string' }, seed: text('1'), queries: text('200'), patience: text('600'), memory: text('4096'), keep: { type: 'string' } },
    });
    const sizes = values.sizes.split(',').map(Number), numbers = [values.seed, values.queries, values.patience, values.memory].map(Number);
    if ([...sizes, ...numbers].some((number) => !Number.isInteger(number) || number < 0)) return 'sizes, seed, queries, patience and memory are whole numbers.';
    const [seed, queries, patience, memory] = numbers as [number, number, number, number];
    return {
      sizes: sizes.filter((size) => size > 0), corpus: values.corpus ?? null, engines: values.engines?.split(',').map((name) => name.trim().toLowerCase()) ?? null,
      seed, queries, patience, memory, keep: values.keep ?? null,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
