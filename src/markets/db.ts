import type { PrismaClient } from '../generated/sqlite/client.ts';

/** What a service may do inside a transaction: the client without the means to open another. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

/** An open, migrated database. */
export interface Db {
  readonly engine: 'sqlite' | 'postgres';
  /** For reads outside a transaction. Writes go through `transaction`. */
  readonly client: PrismaClient;
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
export async function openDatabase(_url?: string): Promise<Db> {
  throw new Error('being built');
}
