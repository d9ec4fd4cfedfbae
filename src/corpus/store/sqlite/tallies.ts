import type { Database, Row } from './database';

/** How many events of a type stand under a heading; counted with each event, so that lists need not read all of them. */
export class Tallies {
  readonly #changes = new Map<string, { readonly heading: number; readonly type: number; count: number }>();

  constructor(private readonly database: Database) {}

  add(heading: number, type: number, count: number): void {
    const key = `${heading} ${type}`, change = this.#changes.get(key);
    if (change) change.count += count;
    else this.#changes.set(key, { heading, type, count });
  }

  flush(): void {
    for (const { heading, type, count } of this.#changes.values()) {
      if (count !== 0) this.database.run('INSERT INTO tally (heading, type, count) VALUES (?, ?, ?) ON CONFLICT (heading, type) DO UPDATE SET count = count + excluded.count', heading, type, count);
    }
    if ([...this.#changes.values()].some(({ count }) => count < 0)) this.database.run('DELETE FROM tally WHERE count <= 0');
    this.#changes.clear();
  }
}

/** All tallies: columns heading, type and count. */
export function readTallies(database: Database): Row[] {
  return database.all('SELECT heading, type, count FROM tally');
}
