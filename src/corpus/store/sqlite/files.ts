/* eslint-disable no-restricted-imports -- the index's own file is the engine's business; articles come through the port */
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** How a database keeps its transactions whole. */
export type Journal = 'wal' | 'rollback';

/**
 * Numbers by which Linux tells file systems that other machines share (statfs(2), `linux/magic.h`): AFS, Ceph, CIFS,
 * Coda, NCP, NFS, SMB, SMB2, 9P. A write-ahead log needs memory that all its users share.
 */
const SHARED = new Set([0x5346414f, 0x00c36400, 0xff534d42, 0x73757245, 0x564c, 0x6969, 0x517b, 0xfe534d42, 0x01021997]);

/** Makes the folder a database file stands in. */
export function makeFolderOf(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
}

/** The journal that is safe where a database stands: `rollback` on file systems shared between machines. */
export function journalFor(path: string): Journal {
  if (path.startsWith('\\\\')) return 'rollback';
  try {
    return process.platform === 'linux' && SHARED.has(statfsSync(dirname(path)).type) ? 'rollback' : 'wal';
  } catch {
    return 'wal';
  }
}

/** Deletes a database with its journals. Nothing else in its folder is touched. */
export function deleteDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
