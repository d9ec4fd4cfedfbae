/** Node options under which a program may touch only what is named, and what it tried beyond. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../editor/paths';

const guard = path.join(root, 'scripts', 'torture', 'harness', 'guard.mjs');

/** Copies what an editor installs into a folder, so that it can be allowed and nothing beside it. Returns the folder of the bundles. */
export function installInto(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'dist']) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  return path.join(folder, 'dist');
}

/**
 * Options for a Node that may read the folders named, write where it is told, and start threads.
 * @param read folders, absolute @param write folders, absolute
 */
export function guardOptions(read: readonly string[], write: readonly string[]): string[] {
  const below = (folder: string): string => path.join(folder, '*');
  const readable = [guard, ...[...read, ...write].flatMap((folder) => [folder, below(folder)])];
  const writable = write.flatMap((folder) => [folder, below(folder)]);
  return [
    '--permission', '--allow-worker', '--disable-warning=SecurityWarning', '--import', pathToFileURL(guard).toString(),
    ...readable.map((name) => `--allow-fs-read=${name}`), ...writable.map((name) => `--allow-fs-write=${name}`),
  ];
}

/** What a guarded program tried and was not allowed, from its standard error. */
export function triedOf(errors: string): string[] {
  return errors.split('\n').filter((line) => line.startsWith('TRIED ')).map((line) => {
    const { what, resource } = JSON.parse(line.slice('TRIED '.length)) as { what: string; resource: string };
    return `${what}: ${resource}`;
  });
}
