import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Server, type ServerOptions } from '../torture/harness/server';

/**
 * Puts the index that `npm run bench -- --keep DIR` has left of a corpus where a server looks for its own: it makes an empty one first, which tells by what name.
 * @returns false where there is none
 * @throws Error when the server makes no index
 */
export async function takeIndex(keep: string | undefined, articles: number, options: ServerOptions): Promise<boolean> {
  const kept = keep === undefined ? '' : path.resolve(keep, `Attest ${articles}`, 'index-sources.sqlite');
  if (!existsSync(kept)) return false;
  const server = await Server.start({ ...options, settings: { corpus: { folders: [] } } });
  await server.status(({ phase }) => phase === 'ready' || phase === 'no-corpus', 60_000);
  await server.stop();
  const own = readdirSync(options.storage, { recursive: true, encoding: 'utf8' }).find((file) => /index-\w+\.sqlite$/.test(file));
  if (own === undefined) throw new Error(`The server made no index in ${options.storage}.`);
  for (const rest of ['-wal', '-shm']) rmSync(path.join(options.storage, own + rest), { force: true });
  copyFileSync(kept, path.join(options.storage, own));
  return true;
}
