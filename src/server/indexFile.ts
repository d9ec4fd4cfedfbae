import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** Hash of the code that reads and analyses articles, put in by the build; absent when run from sources. */
const analysis = process.env.ATTEST_ANALYSIS ?? 'sources';

/**
 * File of the index in a storage folder. Its name says by what analysis it was made, so that an update of Attest never answers from what an
 * older one found; indexes of other versions are deleted, as far as no other window holds them.
 * @param anew deletes the index itself, too
 */
export async function indexFile(folder: string, anew = false): Promise<string> {
  const name = `index-${analysis}.sqlite`;
  const others = (await readdir(folder).catch(() => [])).filter((file) => /^index(?:-[0-9a-z]+)?\.sqlite/.test(file) && (anew || !file.startsWith(name)));
  for (const file of others) await rm(path.join(folder, file), { force: true }).catch(() => undefined);
  return path.join(folder, name);
}
