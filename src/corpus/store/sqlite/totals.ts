import { int, str, type Database } from './database';

export type Total = 'files' | 'articles' | 'names' | 'quotations' | 'events' | 'words';
/** Names of a kind; articles without a date or an outlet; article filings whose time is not known. */
export type Tally = `names ${string}` | 'without date' | 'without outlet' | 'untimed';
type Reserved = 'nextFile' | 'nextArticle' | 'nextName' | 'nextQuotation' | 'nextListing';
type Counter = Total | Tally | Reserved;

/** Running totals and the next free ids; kept in one small table so that nothing has to be counted. */
export class Totals {
  readonly #values: Map<string, number>;

  constructor(private readonly database: Database) {
    this.#values = readTotals(database);
  }

  /** Another word after each transaction, and each time the index has been emptied. */
  get state(): string {
    return `${this.#values.get('generation') ?? 0} ${this.#values.get('writes') ?? 0}`;
  }

  /** The number of the transaction that is open: higher than those before, as long as the index is not emptied. */
  get transaction(): number {
    return (this.#values.get('writes') ?? 0) + 1;
  }

  add(total: Total | Tally, change: number): void {
    this.#values.set(total, (this.#values.get(total) ?? 0) + change);
  }

  /** The first of so many consecutive ids that no one had before. */
  reserve(counter: Reserved, count: number): number {
    const first = this.#values.get(counter) ?? 1;
    this.#values.set(counter, first + count);
    return first;
  }

  get(total: Total | Tally): number {
    return this.#values.get(total) ?? 0;
  }

  flush(): void {
    this.#values.set('writes', this.transaction);
    for (const [key, value] of this.#values) {
      this.database.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value);
    }
  }
}

/** All totals; those never written are absent and count as 0. */
export function readTotals(database: Database): Map<Counter | string, number> {
  return new Map(database.all('SELECT key, value FROM meta').map((row) => [str(row['key']), int(row['value'])]));
}

/** One total; 0 when it was never written. */
export function readTotal(database: Database, total: Total | Tally | 'generation'): number {
  return int(database.get('SELECT value FROM meta WHERE key = ?', total)?.['value']);
}
