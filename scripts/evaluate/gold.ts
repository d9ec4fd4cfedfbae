import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Lines of a JSON Lines file in a folder of gold data; null when the folder has no such file. */
export function readLines<T>(folder: string, file: string): T[] | null {
  const place = path.join(folder, file);
  if (!existsSync(place)) return null;
  return readFileSync(place, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}
