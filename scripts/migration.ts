// Writes a new migration for both engines from what prisma/schema.prisma has and the migrations lack:
//   npm run -s migration:new -- NAME
// Read what it wrote before committing. Checks and triggers are written by hand: the schema language cannot say them, and a
// table that SQLite has to rebuild loses its own (tests/markets/constraints.test.ts tells).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MigrationPg, MigrationSqlite } from '../src/markets/migrationAdapters.ts';
import { diffMigrations, migrationsFolder } from '../src/markets/migrations.ts';
import { startPostgres } from '../tests/support/postgres.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error(
    'Name the migration in small letters, digits and underscores: npm run -s migration:new -- add_tags',
  );
  process.exit(2);
}
const folder = `${new Date().toISOString().replace(/[-:T]/g, '').slice(0, 14)}_${name}`;
const postgres = await startPostgres();
try {
  for (const [engine, factory] of [
    ['sqlite', new MigrationSqlite({ url: ':memory:' })],
    ['postgres', new MigrationPg(postgres.url)],
  ] as const) {
    const { agree, sql } = await diffMigrations(engine, factory);
    if (agree) {
      console.log(`${engine}: schema and migrations agree, nothing to write`);
      continue;
    }
    const path = join(migrationsFolder(engine), folder);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'migration.sql'), sql);
    console.log(`${engine}: wrote ${path}/migration.sql`);
  }
} finally {
  await postgres.stop();
}
