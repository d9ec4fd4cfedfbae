import path from 'node:path';
import type { FileSystem } from '../corpus/ports';
import { defaultFolders, type Settings } from './settings';

/** Absolute corpus folders: those that the settings name (existing or not, so that a new one is noticed), else the default ones. */
export function corpusFolders(settings: Settings, roots: readonly string[]): string[] {
  const named = settings.corpusFolders;
  const folders = (named ?? defaultFolders).flatMap((folder) =>
    path.isAbsolute(folder) ? [path.normalize(folder)] : roots.map((root) => path.resolve(root, folder)),
  );
  return [...new Set(folders)];
}

/** Of these folders, the ones that exist. */
export async function existingFolders(fileSystem: FileSystem, folders: readonly string[]): Promise<string[]> {
  const existing: string[] = [];
  for (const folder of folders) {
    const stat = await fileSystem.stat(folder).catch(() => undefined);
    if (stat?.kind === 'directory') existing.push(folder);
  }
  return existing;
}
