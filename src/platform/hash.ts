import { createHash } from 'node:crypto';

/** The first 128 bits of a content's SHA-256, hexadecimal: enough to tell the versions of a file apart. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
