import type Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { cachedStatements, type Statements } from './statements.ts';

const openOrm = (client: Sqlite.Database) => drizzle({ client });
export type RegisterOrm = ReturnType<typeof openOrm>;

/** An open register file. Exactly one connection of the program writes; every other one was opened for reading. */
export class RegisterDatabase {
  readonly sql: Sqlite.Database;
  /** Drizzle over the same connection, for the fixed tables. */
  readonly orm: RegisterOrm;
  readonly readOnly: boolean;
  readonly #statements: Statements<Record<string, unknown>>;
  readonly #rawStatements: Statements<readonly unknown[]>;
  #isWriting = false;
  #changesBefore = 0;
  #afterCommit: (() => void)[] = [];
  #afterRollback: (() => void)[] = [];

  constructor(sql: Sqlite.Database, readOnly: boolean) {
    this.sql = sql;
    this.readOnly = readOnly;
    this.orm = openOrm(sql);
    this.#statements = cachedStatements(sql, false);
    this.#rawStatements = cachedStatements(sql, true);
  }

  /** What is read now is durable: outside of `write`, and within it until a row is written. */
  get isAsStored(): boolean {
    return !this.#isWriting || this.#totalChanges() === this.#changesBefore;
  }

  #totalChanges(): number {
    return Number(this.prepareRaw('SELECT total_changes()').get()?.[0]);
  }

  /** Prepared once per text of the statement, for the life of the connection. */
  prepare(text: string): Sqlite.Statement<unknown[], Record<string, unknown>> {
    return this.#statements(text);
  }

  /** The same, with rows as arrays: for the wide tables. */
  prepareRaw(text: string): Sqlite.Statement<unknown[], readonly unknown[]> {
    return this.#rawStatements(text);
  }

  /** Runs everything in one transaction that is durable when it returns; a call inside another joins it. */
  write<T>(fn: () => T): T {
    if (this.sql.inTransaction) return fn();
    this.prepare('BEGIN IMMEDIATE').run();
    this.#isWriting = true;
    this.#changesBefore = this.#totalChanges();
    try {
      const result = fn();
      if (result instanceof Promise) throw new TypeError('nothing is awaited inside a transaction');
      this.prepare('COMMIT').run();
      this.#isWriting = false;
      this.#afterRollback = [];
      const calls = this.#afterCommit.splice(0);
      for (const call of calls) call();
      return result;
    } catch (cause) {
      this.#afterCommit = [];
      this.#isWriting = false;
      if (this.sql.inTransaction) this.sql.exec('ROLLBACK');
      for (const call of this.#afterRollback.splice(0)) call();
      throw isFull(cause) ? new AppError('DISK_FULL', {}, { cause }) : cause;
    }
  }

  /** Runs once the transaction at hand is durable (at once outside of one), and never if it is rolled back. */
  afterCommit(call: () => void): void {
    if (this.sql.inTransaction) this.#afterCommit.push(call);
    else call();
  }

  /** Runs if the transaction at hand is given up: takes back what was written beside the database. */
  afterRollback(call: () => void): void {
    if (this.sql.inTransaction) this.#afterRollback.push(call);
  }

  /** Reads that belong together see one state of the register. */
  read<T>(fn: () => T): T {
    if (this.sql.inTransaction) return fn();
    this.prepare('BEGIN').run();
    try {
      return fn();
    } finally {
      this.prepare('COMMIT').run();
    }
  }

  /** Number of the newest change of any record; 0 in an empty register. */
  changeNumber(): number {
    const row = this.prepare('SELECT max("number") AS "number" FROM "change"').get();
    return Number(row?.number ?? 0);
  }

  close(): void {
    if (this.sql.open) this.sql.close();
  }
}

const isFull = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_FULL');
