import { bytes, viewOf, type Database } from './database';

/** Numbers of reports that stand in one row: those of 32 articles, some hundred bytes. */
const SIZE = 2 ** 13;
/** Bytes of a record: two of the report's place in its row, four of its listing, little end first. More listings than that has room for take as many articles as a million that is rewritten a thousand times. */
export const RECORD = 6;

/** Which listing each report of an event has, while one transaction runs. */
export class ReportListings {
  readonly #blocks = new Map<number, Uint8Array>();
  readonly #changed = new Set<number>();

  constructor(private readonly database: Database) {}

  /** The listing of a report; undefined while it has none. */
  get(report: number): number | undefined {
    const { data, at, found } = this.#place(report);
    return found ? viewOf(data).getUint32(at + 2, true) : undefined;
  }

  /** @param listing undefined where it is to have none */
  set(report: number, listing: number | undefined): void {
    const { block, data, at, found } = this.#place(report), after = data.subarray(found ? at + RECORD : at), own = listing === undefined ? 0 : RECORD;
    const changed = new Uint8Array(at + own + after.length);
    changed.set(data.subarray(0, at));
    changed.set(after, at + own);
    if (listing !== undefined) {
      const view = viewOf(changed);
      view.setUint16(at, report - block * SIZE, true);
      view.setUint32(at + 2, listing, true);
    }
    this.#blocks.set(block, changed);
    this.#changed.add(block);
  }

  flush(): void {
    for (const block of [...this.#changed].sort((a, b) => a - b)) {
      const data = this.#blocks.get(block)!;
      if (data.length > 0) this.database.run('INSERT OR REPLACE INTO reportListing (block, data) VALUES (?, ?)', block, data);
      else this.database.run('DELETE FROM reportListing WHERE block = ?', block);
    }
    this.#changed.clear();
  }

  /** Where a report stands in its block, or would stand. */
  #place(report: number): { readonly block: number; readonly data: Uint8Array; readonly at: number; readonly found: boolean } {
    const block = Math.floor(report / SIZE), place = report - block * SIZE;
    let data = this.#blocks.get(block);
    if (!data) this.#blocks.set(block, data = bytes(this.database.get('SELECT data FROM reportListing WHERE block = ?', block)?.['data']));
    const view = viewOf(data);
    let low = 0, high = data.length / RECORD;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint16(middle * RECORD, true) < place) low = middle + 1;
      else high = middle;
    }
    const at = low * RECORD;
    return { block, data, at, found: at < data.length && view.getUint16(at, true) === place };
  }
}
