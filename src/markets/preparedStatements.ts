import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import Database from 'better-sqlite3';

/** Different statements that are kept; lists of ids make many, so the oldest give way. */
const most = 500;

/**
 * Has a SQLite connection keep its prepared statements. Adapter 7.10 prepares every statement anew, which costs more than
 * running it, and binds for good what it prepared; here the parameters are handed over when the statement runs.
 */
export function keepPrepared(adapter: SqlDriverAdapter): void {
  const connection: unknown = Reflect.get(adapter, 'client');
  if (!(connection instanceof Database)) throw new Error('the adapter has another connection than expected');
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, Kept>();
  Object.defineProperty(connection, 'prepare', {
    value: (sql: string): Kept => {
      const known = kept.get(sql);
      if (known) return known;
      const statement = new Kept(prepare(sql));
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(sql, statement);
      return statement;
    },
  });
}

/** A statement as the adapter uses it: `prepare(sql).bind(args)`, then `reader`, `columns()`, `raw().all()` or `run()`. */
class Kept {
  readonly #statement: Database.Statement<unknown[]>;

  constructor(statement: Database.Statement<unknown[]>) {
    this.#statement = statement.reader ? statement.raw() : statement;
  }
  run(): Database.RunResult {
    return this.#statement.run();
  }
  bind(args: unknown[]) {
    const statement = this.#statement;
    return {
      reader: statement.reader,
      run: () => statement.run(...args),
      columns: () => statement.columns(),
      raw: () => ({ all: () => statement.all(...args) }),
    };
  }
}
