import { int, type Database } from './database';

/** Milliseconds between looks for what other windows have written. */
const EVERY = 700;

/** Looks now and then whether another connection has written to the database; SQLite tells nobody. */
export class OtherWriters {
  #timer: NodeJS.Timeout | undefined;
  #version: number | undefined;

  /** @param reader gives the connection that reads; @param changed called when another one has written */
  constructor(private readonly reader: () => Database, private readonly changed: () => void) {}

  start(): void {
    if (this.#timer) return;
    this.#version = this.#read();
    this.#timer = setInterval(() => {
      const version = this.#read();
      if (version === undefined || version === this.#version) return;
      this.#version = version;
      this.changed();
    }, EVERY);
    this.#timer.unref();
  }

  /** What has been written so far is known. */
  seen(): void {
    if (this.#timer) this.#version = this.#read();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** A number that another connection's commit changes; undefined when it cannot be read just now. */
  #read(): number | undefined {
    try {
      return int(this.reader().get('PRAGMA data_version')?.['data_version']);
    } catch {
      return undefined;
    }
  }
}
