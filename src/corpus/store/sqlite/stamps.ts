import { hash48 } from '../../fold';
import type { FileStamp } from '../store';
import { bytes, int, str, type Row } from './database';

/** Hashes as files carry them: 128 bits, hexadecimal. */
const HEXADECIMAL = /^(?:[0-9a-f]{2}){8,32}$/;

/** The hash of a stamp as a row keeps it: its bytes where it is nothing else. */
export function packHash(hash: string): Uint8Array | string {
  return HEXADECIMAL.test(hash) ? new Uint8Array(Buffer.from(hash, 'hex')) : hash;
}

/** The stamp of a row that has size, mtime and hash. */
export function stampOf(row: Row): FileStamp {
  const hash = row['hash'];
  return { size: int(row['size']), mtimeMs: Number(row['mtime']), hash: hash instanceof Uint8Array ? Buffer.from(bytes(hash)).toString('hex') : str(hash) };
}

/** A number below 2^31 by which a path is looked up; a few paths may share one. */
export function printOfPath(path: string): number {
  return hash48(path) % 2 ** 31;
}
