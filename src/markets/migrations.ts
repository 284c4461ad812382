import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';

export type Engine = 'sqlite' | 'postgres';

const prisma = join(import.meta.dirname, '..', '..', 'prisma');
const nothing = { externalTables: [], externalEnums: [] };
const providers = { sqlite: 'sqlite', postgres: 'postgresql' } as const;

/** The schema in the words of one engine: the file is SQLite's, PostgreSQL's differs by the provider line alone. */
export const schemaFor = (engine: Engine): { path: string; content: string } => ({
  path: 'schema.prisma',
  content: readFileSync(join(prisma, 'schema.prisma'), 'utf8').replace(
    'provider = "sqlite"',
    `provider = "${providers[engine]}"`,
  ),
});

export const migrationsFolder = (engine: Engine): string => join(prisma, 'migrations', engine);

const migrationsOf = (engine: Engine): MigrationList => ({
  baseDir: migrationsFolder(engine),
  lockfile: { path: 'migration_lock.toml', content: `provider = "${providers[engine]}"` },
  shadowDbInitScript: '',
  migrationDirectories: readdirSync(migrationsFolder(engine))
    .sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(join(migrationsFolder(engine), path, 'migration.sql'), 'utf8'),
        },
      },
    })),
});

let loaded: Promise<void> | undefined;

/** The package's own entry imports its .wasm as a module, which Node 20 does not do without a flag. */
const load = (): Promise<void> => {
  loaded ??= (async () => {
    const home = dirname(
      createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
    );
    const binary = readFileSync(join(home, 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': { ...wasm } });
    wasm.__wbg_set_wasm(instance.exports);
    if (typeof instance.exports.__wbindgen_start === 'function') instance.exports.__wbindgen_start();
  })();
  return loaded;
};

async function withSchemaEngine<T>(
  engine: Engine,
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (schemaEngine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const schema = schemaFor(engine);
  await load();
  const connections: SqlDriverAdapter[] = [];
  const kept = async (connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const connection = await connecting;
    connections.push(connection);
    return connection;
  };
  const schemaEngine = await wasm.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => kept(factory.connect()),
      connectToShadowDb: () => factory.connectToShadowDb(),
    }),
  );
  try {
    return await work(schemaEngine);
  } finally {
    schemaEngine.free();
    // The engine lets go of a shadow database itself, but not of the first connection.
    await Promise.all(connections.map((connection) => connection.dispose()));
  }
}

/**
 * Applies what `prisma/migrations/ENGINE` holds and the database lacks; answers the names applied.
 *
 * The engine takes SQLite's file for itself (`locking_mode = EXCLUSIVE`) even when there is nothing to do, which fails while
 * another process has it open, so it is asked only when something is missing.
 */
export async function applyMigrations(
  engine: Engine,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<readonly string[]> {
  const applied = await appliedMigrations(factory);
  if (readdirSync(migrationsFolder(engine)).every((name) => applied.has(name))) return [];
  const result = await withSchemaEngine(engine, factory, (schemaEngine) =>
    schemaEngine.applyMigrations({ migrationsList: migrationsOf(engine), filters: nothing }),
  );
  return result.appliedMigrationNames;
}

async function appliedMigrations(factory: SqlMigrationAwareDriverAdapterFactory): Promise<Set<unknown>> {
  const connection = await factory.connect();
  const ask = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] });
  try {
    const { rows } = await ask(
      'SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
    );
    return new Set(rows.map(([name]) => name));
  } catch {
    // A new database has no such table; whatever else is wrong, the engine says better.
    return new Set();
  } finally {
    await connection.dispose();
  }
}

/** The SQL that leads from the migrations to the schema; says "empty migration" when they agree. */
export async function diffMigrations(
  engine: Engine,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<{ readonly agree: boolean; readonly sql: string }> {
  const result = await withSchemaEngine(engine, factory, (schemaEngine) =>
    schemaEngine.diff({
      from: { tag: 'migrations', ...migrationsOf(engine) },
      to: { tag: 'schemaDatamodel', files: [schemaFor(engine)] },
      script: true,
      exitCode: true,
      filters: nothing,
    }),
  );
  return { agree: result.exitCode === 0, sql: result.stdout ?? '' };
}
