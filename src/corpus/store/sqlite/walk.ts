import { turn } from '../../turns';
import type { Connections } from './connect';

/** Rows after which others may have their turns: some milliseconds. */
const STEP = 5_000;

/**
 * Reads the rows of one long statement, a little at a time. It has a connection of its own: as long as a statement is open, its connection sees the index as it was
 * when it began, and whoever else asks meanwhile must see it as it is. In memory there is but one connection, and all is read at once.
 * @param take is given each row, whose columns are numbers
 */
export async function walk({ reader, another }: Connections, sql: string, values: readonly (string | number)[], take: (row: readonly number[]) => void, step = STEP): Promise<void> {
  if (!another) {
    for (const row of reader.numbers(sql, ...values)) take(row);
    return;
  }
  const own = another();
  try {
    let count = 0;
    for (const row of own.each(sql, ...values)) {
      take(row as number[]);
      if (++count % step === 0) await turn();
    }
  } finally {
    own.close();
  }
}
