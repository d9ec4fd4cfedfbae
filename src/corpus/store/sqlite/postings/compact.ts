import { bytes, int, str, type Database } from '../database';
import { hasBit, packChunks, readChunk } from './positions';
import { putOf } from './postingWriter';
import type { PostingTable } from './tables';
import { TermChanges } from './terms';

/** Ids of a slot that are gone from which on it is written anew: so many, or this share of a small one. */
const WORTH = 4_096, WORTH_SHARE = 1 / 8;
/** Chunks that one step looks at. */
const STEP = 2_000;

/** A slot that is being written anew, how far that has come, and what was gone when it began. */
export interface Compacting {
  readonly slot: number;
  readonly gone: Uint8Array;
  word: string;
  start: number;
}

/** The next slot from which much is gone; undefined when there is none. */
export function slotToCompact(database: Database, { gone, size }: PostingTable): Compacting | undefined {
  for (const row of database.all(`SELECT slot, ids FROM ${gone} ORDER BY slot`)) {
    const ids = Uint8Array.from(bytes(row['ids']));
    if (ids.reduce((sum, byte) => sum + bitsOf(byte), 0) >= Math.min(WORTH, size * WORTH_SHARE)) return { slot: int(row['slot']), gone: ids, word: '', start: 0 };
  }
  return undefined;
}

/**
 * Takes ids that are gone out of some chunks of a slot. Each step leaves the index whole: ids that are gone in no chunk any more are as good as gone.
 * @returns whether there is more to do
 */
export function compact(database: Database, table: PostingTable, compacting: Compacting): boolean {
  const { words, gone, size } = table, { slot } = compacting, room = new Uint32Array(size), put = putOf(table), terms = new TermChanges();
  const rows = database.all(`SELECT word, start, ids FROM ${words} WHERE slot = ? AND (word, start) > (?, ?) ORDER BY word, start LIMIT ${STEP}`, slot, compacting.word, compacting.start);
  for (const row of rows) {
    const word = compacting.word = str(row['word']), start = compacting.start = int(row['start']), count = readChunk({ start, data: bytes(row['ids']) }, room);
    let left = 0;
    for (let i = 0; i < count; i++) if (!hasBit(compacting.gone, room[i]!)) room[left++] = room[i]!;
    if (left === count) continue;
    database.run(`DELETE FROM ${words} WHERE slot = ? AND word = ? AND start = ?`, slot, word, start);
    const chunks = packChunks(room, left);
    for (const chunk of chunks) database.run(put, slot, word, chunk.start, chunk.count, chunk.data);
    terms.add(word, chunks.length - 1);
  }
  terms.write(database, table);
  if (rows.length === STEP) return true;
  // Some may have gone meanwhile.
  const row = database.get(`SELECT ids FROM ${gone} WHERE slot = ?`, slot), since = bytes(row?.['ids']).map((byte, i) => byte & ~compacting.gone[i]!);
  if (since.some((byte) => byte !== 0)) database.run(`UPDATE ${gone} SET ids = ? WHERE slot = ?`, since, slot);
  else database.run(`DELETE FROM ${gone} WHERE slot = ?`, slot);
  return false;
}

function bitsOf(byte: number): number {
  let bits = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
