/** The index that a fresh server builds from the same folders: what every other must equal. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dumpIndex } from './indexDump';
import { Server } from './server';

export async function freshDump(roots: readonly string[], settings: Record<string, unknown> = {}): Promise<string[]> {
  const storage = mkdtempSync(path.join(tmpdir(), 'attest-fresh-'));
  try {
    const server = await Server.ready({ roots, storage, settings });
    await server.stop();
    return await dumpIndex(path.join(storage, readdirSync(storage).find((name) => name.endsWith('.sqlite'))!));
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}
