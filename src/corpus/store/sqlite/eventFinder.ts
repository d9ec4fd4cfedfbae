import { turn } from '../../turns';
import type { Connections } from './connect';
import { EventBlocks, type NarrowEvent } from './eventBlocks';
import { walk } from './walk';

/** Reports that are read in one go: some milliseconds. */
const REPORTS = 5_000;
/** Answers that are kept; of large ones only the last. */
const KEPT = 4, LARGE = 50_000;

/**
 * Events that words or a name single out. A common word has many: they are read a little at a time, so that others who ask get their turns, and kept until the
 * index changes, since a list asks for its headings, its rows and its numbers one after the other.
 */
export class EventFinder {
  readonly #kept = new Map<string, Promise<readonly NarrowEvent[]>>();
  readonly #blocks: EventBlocks;

  /** @param portion reports beyond which they are read by a walk, which takes longer to begin */
  constructor(private readonly connections: Connections, private readonly portion = REPORTS) {
    this.#blocks = new EventBlocks(connections.reader);
  }

  /** Drops what is kept; after each change of the index. */
  forget(): void {
    this.#kept.clear();
  }

  /** @param match a full-text expression on the words of reports */
  find(match: string): Promise<readonly NarrowEvent[]> {
    const known = this.#kept.get(match);
    if (known) return known;
    const found = this.#find(match);
    this.#kept.set(match, found);
    found.then((events) => {
      const most = events.length > LARGE ? 1 : KEPT;
      for (const key of this.#kept.keys()) if (key !== match && this.#kept.size > most) this.#kept.delete(key);
    }, () => {
      if (this.#kept.get(match) === found) this.#kept.delete(match);
    });
    return found;
  }

  async #find(match: string): Promise<NarrowEvent[]> {
    return this.#blocks.read(await this.#reports(match), turn);
  }

  /** Reports that the words find, ascending. One statement reads them all: a further one would have to come past those before. */
  async #reports(match: string): Promise<number[]> {
    await turn();
    const sql = 'SELECT rowid FROM reportWords WHERE reportWords MATCH ? ORDER BY rowid', reports: number[] = [];
    const few = this.connections.reader.numbers(`${sql} LIMIT ?`, match, this.portion + 1);
    if (few.length <= this.portion) return few.map(([report]) => report!);
    await walk(this.connections, sql, [match], ([report]) => reports.push(report!), this.portion);
    return reports;
  }
}
