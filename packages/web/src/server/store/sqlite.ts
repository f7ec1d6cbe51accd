import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely';

/*
 * The embedded engine: everything SQLite-only lives in this file. Migrations and queries elsewhere are the same for both engines
 * (dates as text, JSON as text, booleans as 0/1).
 */

/** Opens (or creates) the database file; WAL, and a commit is on the disk before it is acknowledged. */
export function openSqlite(file: string): SqliteDialect {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  return new SqliteDialect({ database: guarded(database) });
}

/** The settings durability rests on, as the open database reports them. */
export async function durability<T>(db: Kysely<T>): Promise<{ journal: string; synchronous: number }> {
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
  const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  return { journal: journal.rows[0]?.journal_mode ?? '', synchronous: synchronous.rows[0]?.synchronous ?? -1 };
}

/** Makes a table append-only: the engine itself refuses to change or delete a row. Stops accidents, not the owner of the file. */
export async function protectFromChange<T>(db: Kysely<T>, table: string): Promise<void> {
  for (const action of ['update', 'delete']) {
    await sql`create trigger ${sql.id(`${table}_no_${action}`)} before ${sql.raw(action)} on ${sql.table(table)}
      begin select raise(abort, 'append-only'); end`.execute(db);
  }
}

/**
 * Takes the data folder for this process alone; null when another one has it. The operating system gives the lock back when the
 * process ends in whatever way, so a kill leaves no stale lock behind.
 */
export function lockFolder(folder: string): { release(): void } | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path.join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/iu.test(error.message)) return null;
    throw error;
  }
  return { release: () => database.close() };
}

function guarded(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = database.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values.map(bindable)),
        run: (values) =>
          // A full disk ends the transaction by itself; undoing it again would hide why.
          text === 'rollback' && !database.isTransaction
            ? { changes: 0n, lastInsertRowid: 0n }
            : statement.run(...values.map(bindable)),
        iterate: (values) => statement.iterate(...values.map(bindable)),
      };
    },
  };
}

/** node:sqlite silently stores NULL for a `Date`, and takes an object in first place as named parameters: both throw here. */
function bindable(value: unknown, index: number): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array)
    return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`parameter ${index + 1} cannot be stored: ${Object.prototype.toString.call(value)}`);
}
