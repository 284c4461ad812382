import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaClient as PostgresClient } from '../generated/postgres/client.ts';
import { PrismaClient } from '../generated/sqlite/client.ts';
import { Refusal } from './core/refusal.ts';
import { faultOf } from './faults.ts';
import { groupCommit } from './groupCommit.ts';
import { MigrationPg, MigrationSqlite } from './migrationAdapters.ts';
import { applyMigrations } from './migrations.ts';
import { keepPrepared } from './preparedStatements.ts';

/** What a service may do inside a transaction: the client without the means to open another. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

/** An open, migrated database. */
export interface Db {
  readonly engine: 'sqlite' | 'postgres';
  /** For reads outside a transaction. Writes go through `transaction`. */
  readonly client: Tx;
  /**
   * Runs `work` in one transaction that can be retried: deadlocks, serialisation failures and a busy SQLite are tried
   * again with jitter, so `work` must have no effect but on the database. A database that is away becomes
   * `Refusal('try-again')`.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens the database that `url` names and migrates it: `file:PATH` (SQLite) or `postgresql://...`.
 *
 * @param url default `file:./data/brierpatch.db`
 */
export async function openDatabase(url = 'file:./data/brierpatch.db'): Promise<Db> {
  const server = /^postgres(ql)?:\/\//.test(url);
  if (!server && !url.startsWith('file:'))
    throw new Refusal(
      'not-understood',
      'DATABASE_URL names no database that is known here.',
      'Write file:PATH for SQLite or postgresql://USER@HOST/NAME for PostgreSQL.',
    );
  try {
    return await (server ? openPostgres(url) : openSqlite(url));
  } catch (error) {
    throw new Refusal(
      'unreachable',
      `The database ${server ? 'server ' : ''}that DATABASE_URL names cannot be opened: ${whyNotOpened(error)}.`,
      server
        ? 'Check host, port, name and password, and that the server runs.'
        : 'Name a file in a folder that can be written to.',
    );
  }
}

/** The reason as the system gives it, in its first line. The schema engine has no word for a file that is locked. */
function whyNotOpened(error: unknown): string {
  const said = error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error);
  if (/SocketTimeout|database is locked/.test(said))
    return 'it is to be brought up to date, but another process has it open and must be stopped first';
  return (said.split('\n')[0] ?? '').replace(/\.$/, '');
}

/** SQLite as a ledger needs it: an acknowledged commit survives a power cut, references hold, a writer waits its turn. */
class DurableSqlite extends PrismaBetterSqlite3 {
  override async connect(): Promise<SqlDriverAdapter> {
    const adapter = await super.connect();
    await adapter.executeScript(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
    );
    keepPrepared(adapter);
    return adapter;
  }
}

async function openSqlite(url: string): Promise<Db> {
  makeFolder(dirname(url.slice('file:'.length)));
  const factory = new DurableSqlite({ url, timeout: 5000 });
  await applyMigrations('sqlite', new MigrationSqlite({ url, timeout: 5000 }));
  // Two connections: reads outside a transaction would otherwise see the uncommitted half of the one that is running.
  const client = new PrismaClient({ adapter: factory });
  const writer = new PrismaClient({ adapter: factory });
  const grouped = groupCommit(writer, patience);
  return {
    engine: 'sqlite',
    client,
    transaction: (work) => retried(() => grouped.transaction(work)),
    close: async () => {
      await grouped.idle();
      await Promise.all([client.$disconnect(), writer.$disconnect()]);
    },
  };
}

/**
 * Makes a folder and those above it. `mkdirSync` with `recursive` never returns where the system answers "no such file" under
 * a folder that exists, as it does under /proc.
 */
function makeFolder(folder: string): void {
  const isThere = () => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isThere()) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been first.
    if (!isThere()) throw error;
  }
}

async function openPostgres(url: string): Promise<Db> {
  await migratePostgres(url);
  const client = new PostgresClient({
    adapter: new PrismaPg(
      { connectionString: url, connectionTimeoutMillis: 5000 },
      { statementNameGenerator },
    ),
  });
  const writer = asOneType(client);
  return {
    engine: 'postgres',
    client: asOneType(refusing(client)),
    transaction: (work) => retried(() => writer.$transaction(work, patience)),
    close: () => client.$disconnect(),
  };
}

/** For reads outside a transaction: a server that is away is a refusal there too. */
const refusing = (client: PostgresClient) =>
  client.$extends({
    query: {
      $allOperations: ({ args, query }) =>
        query(args).catch((error: unknown) => {
          throw faultOf(error) === 'away' ? tryAgain() : error;
        }),
    },
  });

/**
 * The two clients are generated from the same models: rows are the same, and PostgreSQL's takes everything that SQLite's
 * takes and more (`skipDuplicates`, `mode`, isolation levels); an extension of queries changes no type. The compiler cannot
 * see that through the generics of every method, so it is told here, once; the suite, which runs on both engines, is what
 * holds it true.
 */
const asOneType = (client: PostgresClient | ReturnType<typeof refusing>): PrismaClient =>
  client as unknown as PrismaClient;

/** Several processes may start at once: the first migrates, the others wait for it. */
async function migratePostgres(url: string): Promise<void> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('brierpatch migrations'))");
    await applyMigrations('postgres', new MigrationPg(url));
  } finally {
    await lock.end();
  }
}

/** Prepared statements are kept by name; the same text has the same name on every connection. */
const names = new Map<string, string>();
const statementNameGenerator = ({ sql }: SqlQuery): string => {
  const known = names.get(sql);
  if (known) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
};

/** What was read is no longer so: the transaction is to run again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

const patience = { maxWait: 10_000, timeout: 60_000 };
const attempts = 8;

async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const fault = error instanceof Conflict ? 'conflict' : faultOf(error);
      if (fault === 'away') throw tryAgain();
      if (fault !== 'conflict') throw error;
      if (attempt === attempts) throw tryAgain();
      // Full jitter: the two that met must not meet again.
      await sleep(Math.random() * 5 * 2 ** attempt);
    }
  }
}

// The connection may have gone between the commit and its answer, so nobody can promise that nothing was recorded.
const tryAgain = () =>
  new Refusal(
    'try-again',
    'The database cannot be reached right now, so this was most likely not recorded.',
    'Try again in a moment, and look first whether it is there.',
  );
