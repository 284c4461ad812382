import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/markets/db.ts';
import { administer, embeddedPostgres, type RunningPostgres, startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a worker asks for a new PostgreSQL database; empty where the platform has no embedded PostgreSQL. */
    postgresDoor: string;
  }
}

/** One PostgreSQL for the whole run, started when the first test asks for a database, stopped at the end. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!(await embeddedPostgres())) {
    provide('postgresDoor', '');
    return async () => undefined;
  }
  let server: Promise<RunningPostgres> | undefined;
  const started = async (): Promise<RunningPostgres> => {
    const postgres = await startPostgres({ durable: false });
    await administer(postgres.url, 'CREATE DATABASE template_migrated');
    await (await openDatabase(postgres.url.replace(/postgres$/, 'template_migrated'))).close();
    return postgres;
  };
  let count = 0;
  // Copies are made one at a time: a template must have no other visitor.
  let last: Promise<unknown> = Promise.resolve();
  const newDatabase = (): Promise<string> => {
    server ??= started();
    const made = Promise.all([server, last]).then(async ([{ url }]) => {
      const name = `test_${++count}`;
      await administer(url, `CREATE DATABASE ${name} TEMPLATE template_migrated`);
      return url.replace(/postgres$/, name);
    });
    last = made.catch(() => undefined);
    return made;
  };
  const door = createServer((_request, response) => {
    // A connection that is kept may be closed at the very moment in which it is used again.
    response.setHeader('connection', 'close');
    newDatabase().then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  provide('postgresDoor', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  return async () => {
    door.close();
    door.closeAllConnections();
    await (await server)?.stop();
  };
}
