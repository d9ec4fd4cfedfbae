import { stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './options';

/** Folders of articles that are looked for when none is named. */
const usualFolders = ['seeds', 'sources', 'corpus'];

/** The option that names folders of articles, for every command that reads them. */
export const corpusOption = { corpus: { type: 'string', multiple: true } } as const;

/** Absolute paths of the folders that were named, else of the usual ones that exist here. Throws {@link UsageError} when there is none. */
export async function corpusFolders(named: readonly (string | boolean)[] | undefined): Promise<string[]> {
  if (named && named.length > 0) return named.map((folder) => path.resolve(String(folder)));
  const found: string[] = [];
  for (const folder of usualFolders.map((name) => path.resolve(name))) if (await stat(folder).then((each) => each.isDirectory(), () => false)) found.push(folder);
  if (found.length === 0) throw new UsageError('say --corpus DIR, the folder of the articles.');
  return found;
}

/** A whole number from 1 up. Throws {@link UsageError} for anything else. */
export function wholeNumber(name: string, value: unknown): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`--${name} is a whole number from 1 up.`);
  return number;
}

/** One of the formats. Throws {@link UsageError} for anything else. */
export function formatOf<T extends string>(value: unknown, formats: readonly T[]): T {
  const format = formats.find((each) => each === value);
  if (!format) throw new UsageError(`--format is one of ${formats.join(', ')}, not ${String(value)}.`);
  return format;
}
