// eslint-disable-next-line no-restricted-imports -- types of the engine this folder is about
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { StoreError } from '../store';
import { primaryCode, toStoreError } from './errors';

/** A value as SQLite gives it. */
export type Value = null | number | bigint | string | Uint8Array;
/** A row, by column name. */
export type Row = Record<string, Value>;

/** Told of each statement that is run; tests count with it. */
export type QueryListener = (sql: string) => void;

/** One connection: prepared statements are kept, errors are `StoreError`s. */
export class Database {
  readonly #statements = new Map<string, StatementSync>();
  #closed = false;

  constructor(private readonly connection: DatabaseSync, private readonly onQuery?: QueryListener) {}

  /** All rows; empty when there are none. */
  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#run(sql, (statement) => statement.all(...values) as Row[]);
  }

  /** All rows as lists of their columns, which are numbers: a third of the cost where rows are many and small. */
  numbers(sql: string, ...values: SQLInputValue[]): number[][] {
    return this.arrays(sql, ...values) as number[][];
  }

  /** All rows as lists of their columns. */
  arrays(sql: string, ...values: SQLInputValue[]): Value[][] {
    if (!this.#statements.has(sql)) this.#run(sql, (statement) => statement.setReturnArrays(true));
    return this.#run(sql, (statement) => statement.all(...values) as unknown as Value[][]);
  }

  /**
   * Rows one after the other, as lists of their columns, as they are asked for: other statements may run in between, and all rows are of one state of the database,
   * which the connection stays at meanwhile. It must be read to its end or left by `return`, as a loop does.
   */
  *each(sql: string, ...values: SQLInputValue[]): Generator<Value[], void> {
    this.#guard();
    try {
      this.onQuery?.(sql);
      const statement = this.connection.prepare(sql);
      statement.setReturnArrays(true);
      yield* statement.iterate(...values) as unknown as Iterable<Value[]>;
    } catch (error) {
      throw toStoreError(error);
    }
  }

  /** The first row; undefined when there is none. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#run(sql, (statement) => statement.get(...values) as Row | undefined);
  }

  /** Runs a statement that changes something and gives the last row id. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return this.#run(sql, (statement) => Number(statement.run(...values).lastInsertRowid));
  }

  /** Runs SQL without parameters, several statements allowed; nothing is kept. */
  exec(sql: string): void {
    this.#guard();
    try {
      this.onQuery?.(sql);
      this.connection.exec(sql);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  /** Starts a writing transaction. False when another connection writes. */
  begin(): boolean {
    this.#guard();
    try {
      this.connection.exec('BEGIN IMMEDIATE');
      return true;
    } catch (error) {
      if (primaryCode(error) === 5 || primaryCode(error) === 6) return false;
      throw toStoreError(error);
    }
  }

  /** Ends a transaction without effect; does nothing when none is open. */
  rollback(): void {
    try {
      this.connection.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself after some errors (full disk): there is nothing left to undo.
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#statements.clear();
    this.connection.close();
  }

  #run<T>(sql: string, work: (statement: StatementSync) => T): T {
    this.#guard();
    try {
      this.onQuery?.(sql);
      let statement = this.#statements.get(sql);
      if (!statement) {
        statement = this.connection.prepare(sql);
        this.#statements.set(sql, statement);
      }
      return work(statement);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  #guard(): void {
    if (this.#closed) throw new StoreError('closed', 'The index has been closed.');
  }
}

/** A whole number of a row; 0 where the column is null. */
export function int(value: Value | undefined): number {
  return typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : 0;
}

/** A whole number of a row; null where the column is null. */
export function intOrNull(value: Value | undefined): number | null {
  return value === null || value === undefined ? null : int(value);
}

/** A text of a row; empty where the column is null. */
export function str(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The bytes of a row; empty where the column is null. */
export function bytes(value: Value | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

/** Bytes to be read and written as numbers. */
export function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}
