import Database from 'better-sqlite3';
import pg from 'pg';

/** A statement as the driver was given it. */
interface Statement {
  readonly sql: string;
  readonly args: readonly unknown[];
}

/** One run of the recorded statements through the bare driver, with a key of its own. */
export type Replay = (key: string) => Promise<void>;

/**
 * Notes every statement that `act` gives to the driver, so that the bare driver can be timed with the very same ones. What is
 * written under `key` is written under another key each time it is replayed; ids stay those of the recorded rows.
 */
export async function record(
  engine: 'sqlite' | 'postgres',
  act: () => Promise<unknown>,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  if (engine === 'sqlite') {
    const home = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1'));
    const { run, all } = home;
    const noting = (native: typeof run) =>
      function (this: Database.Statement, ...args: unknown[]) {
        statements.push({ sql: this.source, args });
        return native.apply(this, args);
      };
    Object.assign(home, { run: noting(run), all: noting(all) });
    await act();
    Object.assign(home, { run, all });
  } else {
    const query = pg.Client.prototype.query;
    const home: { query: unknown } = pg.Client.prototype;
    home.query = function (
      this: pg.Client,
      config: { text: string; values?: unknown[] },
      ...more: unknown[]
    ) {
      statements.push({ sql: config.text, args: config.values ?? [] });
      return Reflect.apply(query, this, [config, ...more]);
    };
    await act();
    home.query = query;
  }
  return statements.filter(({ sql }) => !/^(BEGIN|COMMIT|SAVEPOINT|RELEASE)/.test(sql));
}

/** How many of the statements belong to the transaction: up to the last that writes. */
const written = (statements: readonly Statement[]): number =>
  statements.findLastIndex(({ sql }) => /^\s*(INSERT|UPDATE)/.test(sql)) + 1;

const withKey = (args: readonly unknown[], from: string, to: string): unknown[] =>
  args.map((arg) => (typeof arg === 'string' && arg.includes(from) ? arg.replace(from, to) : arg));

/** Opens SQLite as durably as the program does and prepares each statement once. */
export function sqliteReplay(file: string, statements: readonly Statement[], recorded: string): Replay {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const prepared = statements.map(({ sql, args }) => ({ statement: db.prepare(sql), args }));
  const end = written(statements);
  const run = ({ statement, args }: (typeof prepared)[number], key: string) => {
    const values = withKey(args, recorded, key);
    if (statement.reader) statement.all(...values);
    else statement.run(...values);
  };
  const transaction = db.transaction((key: string) => {
    for (const one of prepared.slice(0, end)) run(one, key);
  });
  return async (key) => {
    transaction.immediate(key);
    for (const one of prepared.slice(end)) run(one, key);
  };
}

/** A connection of its own with prepared statements. */
export async function postgresReplay(
  url: string,
  statements: readonly Statement[],
  recorded: string,
): Promise<Replay> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const end = written(statements);
  const run = (key: string, from: number, to?: number) =>
    statements.slice(from, to).map(
      ({ sql, args }, i) =>
        () =>
          client.query({ name: `s${from + i}`, text: sql, values: withKey(args, recorded, key) }),
    );
  return async (key) => {
    await client.query('BEGIN');
    for (const one of run(key, 0, end)) await one();
    await client.query('COMMIT');
    for (const one of run(key, end)) await one();
  };
}
